import { align, idOfItem } from './align.ts';
import { allSheets } from './all-sheets.ts';
import type { Entity } from './entity.ts';
import type { Names } from './kinds/kind.ts';
import { type EntityName, isMain, type Sheet } from './sheet.ts';
import { cleanText, listAt, valueAt } from './values.ts';
import { same } from './yaml/mend-document.ts';

/** What an import does to one thing of the content. */
export interface Change {
  kind: EntityName;
  id: string;
  name: string;
  what: 'added' | 'removed' | 'changed';
  fields: FieldChange[];
}

/** One field: absent on a side where there was or is nothing. */
export interface FieldChange {
  /** Sheet, entry and column, like 材料 · 身份证 · 说明. */
  where: string;
  old?: string;
  next?: string;
}

type Side = { value: unknown; names: Names };

/** What differs between two states of one entity, field by field, in the words of the sheets. */
export function fieldChanges(kind: EntityName, old: Side, next: Side): FieldChange[] {
  return allSheets
    .filter(({ entity, list }) => entity === kind && list.length <= 1)
    .flatMap(sheet =>
      sheet.list.length === 0
        ? columnChanges(sheet, '', old, next)
        : listChanges(sheet, sheet.list[0] ?? '', '', old, next),
    );
}

function columnChanges(sheet: Sheet, entry: string, old: Side, next: Side): FieldChange[] {
  return sheet.columns.flatMap(({ path, header, kind }) => {
    const [before, after] = [valueAt(old.value, path), valueAt(next.value, path)];
    if (same(before, after)) return [];
    const show = (value: unknown, names: Names): string =>
      value === undefined ? '' : cleanText(kind.show(value, names));
    const words = { old: show(before, old.names), next: show(after, next.names) };
    if (words.old === words.next && words.old === '') return [];
    return [{ where: [sheet.name, entry, header].filter(part => part !== '').join(' · '), ...present(words) }];
  });
}

function listChanges(sheet: Sheet, list: string, above: string, old: Side, next: Side): FieldChange[] {
  const [before, after] = [listAt(old.value, list), listAt(next.value, list)];
  if (same(before, after)) return [];
  const changes: FieldChange[] = [];
  const pairs = align(before, after);
  for (const pair of pairs) {
    const [was, is] = [
      pair.old === null ? undefined : before[pair.old],
      pair.next === null ? undefined : after[pair.next],
    ];
    const name = above + nameOfItem(sheet, is ?? was, pair.next ?? pair.old ?? 0);
    if (was === undefined || is === undefined) {
      const whole = (value: unknown, { names }: Side): string =>
        value === undefined ? '' : wholeRow(sheet, value, names);
      changes.push({ where: `${sheet.name} · ${name}`, ...present({ old: whole(was, old), next: whole(is, next) }) });
    } else changes.push(...columnChanges(sheet, name, { ...old, value: was }, { ...next, value: is }));
    for (const inner of allSheets.filter(
      each => each.list.length === 2 && each.list[0] === list && each.entity === sheet.entity,
    ))
      changes.push(
        ...listChanges(inner, inner.list[1] ?? '', `${name} · `, { ...old, value: was }, { ...next, value: is }),
      );
  }
  const kept = pairs.flatMap(pair => (pair.old === null || pair.next === null ? [] : [pair.old]));
  if (kept.some((place, index) => index > 0 && place < (kept[index - 1] ?? 0)))
    changes.push({
      where: `${sheet.name} · ${above}次序`,
      old: before.map((item, index) => nameOfItem(sheet, item, index)).join('、'),
      next: after.map((item, index) => nameOfItem(sheet, item, index)).join('、'),
    });
  return changes;
}

function nameOfItem(sheet: Sheet, item: unknown, index: number): string {
  const label = sheet.labelFrom === undefined ? undefined : valueAt(item, sheet.labelFrom);
  return cleanText(typeof label === 'string' ? label : (idOfItem(item) ?? `第 ${index + 1} 行`));
}

function wholeRow(sheet: Sheet, item: unknown, names: Names): string {
  return sheet.columns
    .flatMap(({ path, kind }) => {
      const value = valueAt(item, path);
      return value === undefined ? [] : [cleanText(kind.show(value, names))];
    })
    .filter(text => text !== '')
    .join(' / ');
}

function present({ old, next }: { old: string; next: string }): { old?: string; next?: string } {
  return { ...(old === '' ? {} : { old }), ...(next === '' ? {} : { next }) };
}

export function nameOfEntity({ kind, id, value }: Entity, names: Names): string {
  if (kind === 'life-events') return '一件事';
  const main = allSheets.find(sheet => sheet.entity === kind && isMain(sheet));
  const own = main?.labelFrom === undefined ? undefined : valueAt(value, main.labelFrom);
  const place = names.places.find(each => each.id === id)?.labels[0];
  return cleanText(String(own ?? place ?? (kind === 'overlay' ? '全区' : id)));
}
