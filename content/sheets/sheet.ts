import type { Kind } from './kinds/kind.ts';

/** One column of a sheet: where its value stands, and what a clerk reads about it. */
export interface Column {
  /** Path inside the row's value, like `name.zh`; it is also the English key in row 2 of the sheet. */
  path: string;
  header: string;
  kind: Kind;
  /** Says in Chinese what belongs into the cell; shown as the header's comment and in refusals. */
  about: string;
  /** In characters; by kind unless given. */
  width?: number;
}

export type EntityName = 'matter' | 'life-events' | 'place' | 'overlay';

/** One sheet of the workbook: the entities themselves, more of their columns, or a list inside them. */
export interface Sheet {
  /** English name, for programs. */
  key: string;
  /** Name on the tab. */
  name: string;
  about: string;
  entity: EntityName;
  /** The lists from the entity down to the row: [] | ['materials'] | ['questions', 'options']. */
  list: readonly string[];
  /** Path of the value that names a row among its siblings; without it the order of the rows counts. */
  id?: string;
  /** Column whose words stand for the row in conditions and references. */
  labelFrom?: string;
  /** The id may be left blank for a new row: it is made from the pinyin of the words in this column. */
  idFrom?: string;
  columns: readonly Column[];
}

/** A column that says to which entity or list entry a row belongs. */
export interface ParentColumn {
  key: string;
  header: string;
  about: string;
}

export const entityWords: Record<EntityName, string> = {
  matter: '事项',
  'life-events': '一件事',
  place: '网点',
  overlay: '乡镇补充',
};

const entityColumns: Record<EntityName, ParentColumn | null> = {
  matter: { key: 'matter', header: '事项编号', about: '这一行属于哪个事项：填“事项”表里的编号或名称。' },
  'life-events': null,
  place: { key: 'place', header: '网点代码', about: '这一行属于哪个网点：填“网点”表里的代码或乡镇名称。' },
  overlay: { key: 'level', header: '范围', about: '只对哪个乡镇（街道）有效：填代码或名称；全区都有效就填 district。' },
};

const questionColumn: ParentColumn = {
  key: 'question',
  header: '问题编号',
  about: '这一行属于哪个问题：填“情形”表里的编号或问题。',
};

/** True for the sheet whose rows are the entities; others only add to them. */
export function isMain(sheet: Sheet): boolean {
  return sheet.list.length === 0 && sheet.id !== undefined;
}

/** Columns that place a row, from the entity down: none for the entities themselves. */
export function parentColumns(sheet: Sheet): ParentColumn[] {
  const entity = isMain(sheet) ? null : entityColumns[sheet.entity];
  return [...(entity === null ? [] : [entity]), ...sheet.list.slice(1).map(() => questionColumn)];
}
