import type { Kind } from './kinds/kind.ts';
import { code, text } from './kinds/plain-kinds.ts';
import { parentColumns, type Sheet } from './sheet.ts';

/** Row 1 carries the Chinese headers, row 2 the English keys by which an import finds the columns. */
export const keyRow = 2;
export const firstDataRow = 3;

/** A grey column that only helps the eye; it is not read back. */
export const shownKey = '_name';

/** A column as it lies on the sheet, from left to right. */
export interface LaidColumn {
  key: string;
  header: string;
  about: string;
  kind: Kind;
  width: number;
  /** id: names the row or its parent, shaded, not to be changed; shown: not read back. */
  role: 'id' | 'shown' | 'own';
}

export function layout(sheet: Sheet): LaidColumn[] {
  const parents = parentColumns(sheet).map(
    ({ key, header, about }): LaidColumn => ({ key, header, about, kind: code, width: 24, role: 'id' }),
  );
  const shown: LaidColumn[] =
    parents.length === 0
      ? []
      : [
          {
            key: shownKey,
            header: '属于（只看）',
            about: '方便阅读，不会导入；改了也没有用。',
            kind: text,
            width: 20,
            role: 'shown',
          },
        ];
  const own = sheet.columns.map(({ path, header, about, kind, width }): LaidColumn => {
    const role = path === sheet.id ? 'id' : 'own';
    return { key: path, header, about, kind, width: width ?? kind.width, role };
  });
  return [...parents, ...shown, ...own];
}

/** 0 -> A, 25 -> Z, 26 -> AA */
export function letterOf(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? letterOf(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}
