import type { Text } from '../../common/text.ts';
import { bad, good, type Kind, type ListName, type Named, type Names, type Parsed } from './kind.ts';

/** Between the entries of a list in one cell; a line break does as well. */
const separator = '；';

export type CodeWords = Readonly<Record<string, string>>;

/** The Chinese words of one of the model's code lists. */
export function wordsOf(list: Readonly<Record<string, Text | { name: Text }>>): CodeWords {
  return Object.fromEntries(Object.entries(list).map(([key, item]) => [key, 'name' in item ? item.name.zh : item.zh]));
}

/** One of a code list, chosen by its Chinese word; the key itself is understood too. */
export function oneOf(words: CodeWords): Kind {
  return {
    name: 'one-of',
    width: Math.max(10, ...Object.values(words).map(word => word.length * 2 + 4)),
    choices: Object.values(words),
    parse: cell => codeOf(words, cell),
    show: value => words[String(value)] ?? String(value),
  };
}

/** Several of a code list, joined by ；. */
export function someOf(words: CodeWords): Kind {
  const expected = `一项或几项，用；隔开：${Object.values(words).join('；')}`;
  return listKind(
    'some-of',
    item => {
      const parsed = codeOf(words, item);
      return parsed.ok ? parsed : bad(expected);
    },
    value => words[value] ?? value,
  );
}

/** Words of any kind, joined by ； or line breaks. */
export const items: Kind = listKind('items', good, value => value);

/** Opening spans of a day, like 08:30-12:00；14:00-17:00. A blank cell means closed. */
export const spans: Kind = { ...listKind('spans', good, value => value), emptyList: true, width: 26 };

/** The same where blank means that nothing is said. */
export const spansIfAny: Kind = { ...spans, emptyList: false };

/** References to others, written by their name or their id. */
export function references(which: ListName): Kind {
  return listKind(
    'references',
    (item, names) => {
      const id = idOf(names[which], item);
      return id === null ? bad(`已有的名称或编号，几项用；隔开：${listed(names[which])}`) : good(id);
    },
    (value, names) => labelOf(names[which], value),
  );
}

export function reference(which: ListName): Kind {
  const many = references(which);
  return {
    ...many,
    name: 'reference',
    parse: (cell, names) => {
      const id = idOf(names[which], cell);
      return id === null ? bad(`已有的名称或编号：${listed(names[which])}`) : good(id);
    },
    show: (value, names) => labelOf(names[which], String(value)),
  };
}

function listKind(
  name: string,
  parseItem: (item: string, names: Names) => Parsed,
  showItem: (value: string, names: Names) => string,
): Kind {
  return {
    name,
    width: 30,
    parse(cell, names) {
      const values: unknown[] = [];
      for (const item of splitList(cell)) {
        const parsed = parseItem(item, names);
        if (!parsed.ok) return parsed;
        values.push(parsed.value);
      }
      return good(values);
    },
    show: (value, names) =>
      Array.isArray(value) ? joinList(value.map(item => showItem(String(item), names))) : String(value),
  };
}

/** A ； or a backslash inside an entry is written with a backslash before it. */
export function joinList(entries: readonly string[]): string {
  return entries
    .map(entry => entry.replace(/[\\；\n]/g, found => (found === '\n' ? '\\n' : `\\${found}`)))
    .join(separator);
}

export function splitList(cell: string): string[] {
  const entries: string[] = [];
  let entry = '';
  for (let at = 0; at < cell.length; at++) {
    const character = cell[at] ?? '';
    if (character === '\\' && at + 1 < cell.length) {
      at++;
      entry += cell[at] === 'n' ? '\n' : cell[at];
    } else if (character === separator || character === '\n') {
      entries.push(entry);
      entry = '';
    } else entry += character;
  }
  return [...entries, entry].map(each => each.trim()).filter(each => each !== '');
}

function codeOf(words: CodeWords, cell: string): Parsed {
  const key = Object.keys(words).find(key => words[key] === cell) ?? (Object.hasOwn(words, cell) ? cell : undefined);
  return key === undefined ? bad(`下面之一：${Object.values(words).join('、')}`) : good(key);
}

/** An id is taken before a label, a present label before an earlier one; a label that two of them carry names neither. */
export function idOf(list: readonly Named[], name: string): string | null {
  if (list.some(each => each.id === name)) return name;
  const present = list.filter(each => each.labels[0] === name);
  const [only, ...others] = present.length > 0 ? present : list.filter(each => each.labels.includes(name));
  return only !== undefined && others.length === 0 ? only.id : null;
}

/** The label that leads back to the id, otherwise the id. */
export function labelOf(list: readonly Named[], id: string): string {
  const label = list.find(each => each.id === id)?.labels[0];
  return label !== undefined && !/[=＝|｜；\\\n]/.test(label) && idOf(list, label) === id ? label : id;
}

export function listed(list: readonly Named[]): string {
  const shown = list.slice(0, 12).map(each => labelOf(list, each.id));
  return shown.join('、') + (list.length > shown.length ? '……' : '');
}
