import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { mendFile } from './mend-file.ts';
import { mergeLines } from './merge-lines.ts';

const file = `# 说明
name:   新生儿落户   # 别改
steps:
  - 取好名字
  # 窗口在二楼
  - zh:  到窗口
    en: "To the window"
ids: [ 'a',  b ]
list:
  - {code: '1', name: 一}
  - {code: '2', name: 二}
`;
const old = {
  name: { zh: '新生儿落户' },
  steps: [{ text: { zh: '取好名字' } }, { text: { zh: '到窗口', en: 'To the window' } }],
  ids: ['a', 'b'],
  list: [
    { code: '1', name: '一' },
    { code: '2', name: '二' },
  ],
};

describe('mending a file', () => {
  test('leaves it alone when nothing changed', () => {
    expect(mendFile(file, old, structuredClone(old))).toBe(file);
  });
  test('keeps plain words plain, and makes two languages of them when there are two', () => {
    expect(mendFile(file, old, { ...old, name: { zh: '落户' } })).toBe(
      file.replace('name:   新生儿落户   # 别改', 'name: 落户 # 别改'),
    );
    expect(mendFile(file, old, { ...old, name: { zh: '落户', en: 'Registration' } })).toContain(
      'name:\n  zh: 落户\n  en: Registration\n',
    );
  });
  test('gives a plain step its stage without touching the next one', () => {
    const steps = [{ text: { zh: '取好名字' }, stage: 'receive' }, old.steps[1]];
    expect(mendFile(file, old, { ...old, steps })).toBe(
      file.replace('  - 取好名字\n', '  - text: 取好名字\n    stage: receive\n'),
    );
  });
  test('adds entries in the style of those beside them, and takes others away with what stands above', () => {
    const list = [...old.list, { code: '3', name: '三' }];
    expect(mendFile(file, old, { ...old, list })).toBe(`${file}  - {code: '3', name: 三}\n`);
    expect(mendFile(file, old, { ...old, steps: [old.steps[0]] })).not.toContain('窗口');
    expect(parse(mendFile(file, old, { ...old, ids: ['b'] }))).toMatchObject({ ids: ['b'] });
  });
  test('always says what was wanted', () => {
    const leaf = fc.oneof(
      fc.string(),
      fc.constantFrom('yes', '12', '', '# x', 'a: b', '- c', '多\n行'),
      fc.integer(),
      fc.boolean(),
    );
    const tree = fc.dictionary(
      fc.constantFrom('a', 'b', 'c'),
      fc.oneof(
        leaf,
        fc.array(leaf),
        fc.dictionary(fc.constantFrom('x', 'y'), leaf),
        fc.array(fc.record({ id: fc.constantFrom('p', 'q', 'r'), v: leaf })),
      ),
    );
    fc.assert(
      fc.property(tree, tree, (from, to) => {
        const text = mendFile('{}\n', {}, from);
        expect(parse(text) ?? {}).toEqual(withoutEmpty(from));
        const mended = mendFile(text, parse(text), to);
        expect(withoutEmpty(parse(mended) ?? {})).toEqual(withoutEmpty(to));
      }),
      { numRuns: 300 },
    );
  });
});

/** An empty list that was not there before is not written. */
function withoutEmpty(tree: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(tree).filter(([, value]) => !(Array.isArray(value) && value.length === 0)));
}

test('lines of the author stay wherever nothing changed between shared lines', () => {
  expect(mergeLines('a\n  B\nc\nd', 'a\nb\nc\nd', 'a\nb\nc\nx')).toBe('a\n  B\nc\nx');
  expect(mergeLines('a\n  B\nc\nd', 'a\nb\nc\nd', 'a\ny\nc\nd')).toBe('a\ny\nc\nd');
});
