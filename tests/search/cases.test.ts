import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { compileRecords, packAt } from '../../content/compiler/compile.ts';
import { readSources } from '../../content/compiler/read-sources.ts';
import { openIndex } from '../../content/model/search/open-index.ts';
import { createSearcher, type Searcher } from '../../content/model/search/search.ts';
import { type LabelledQuery, scoreSearch } from '../../scripts/commands/content/search-score.ts';
import { defaultPaths } from '../../scripts/paths.ts';

let searcher: Searcher;
let ids: ReadonlySet<string>;
beforeAll(async () => {
  const sources = await readSources(defaultPaths.contentSource);
  const { generation, searchIndex } = packAt(compileRecords(sources), '331003107');
  searcher = createSearcher(openIndex(searchIndex));
  ids = new Set(generation.matters.map(({ id }) => id));
});

test('what people type finds what they mean', async () => {
  const cases: LabelledQuery[] = JSON.parse(await readFile(join(import.meta.dirname, 'cases.json'), 'utf8'));
  expect(cases.length).toBeGreaterThan(300);
  const { recallAt5, missed, unknownIds } = scoreSearch(searcher, cases, { ids, date: '2026-12-01' });
  expect(unknownIds).toEqual([]);
  expect(recallAt5, JSON.stringify(missed)).toBeGreaterThanOrEqual(0.99);
});

test.each(['xqzw', '哈哈哈', 'qqqqq', 'zxcvbnm', 'asdfgh', '龘龘龘', '甲乙丙丁', 'wwwww', 'hhhhhh'])(
  '%s finds nothing',
  query => {
    expect(searcher.search(query, { limit: 5, date: null })).toEqual([]);
  },
);

test.each([
  ['社宝证明', '[社保证明]'],
  ['shehubiaoxian', '[社会保险]参保证明'],
  ['sebaozengmin', '[社保证明]'],
  ['社保zm', '[社保证明]'],
  ['证明社保', '[社保证明]'],
  ['marrige', 'Certificate of [marriage] records'],
  ['library', '[Library] card for the whole city'],
])('%s marks why: %s', (query, marked) => {
  const [hit] = searcher.search(query, { limit: 1, date: null });
  const chars = Array.from(hit?.text ?? '');
  for (const [start, end] of (hit?.ranges ?? []).toReversed()) {
    chars.splice(end, 0, ']');
    chars.splice(start, 0, '[');
  }
  expect(chars.join('')).toBe(marked);
});
