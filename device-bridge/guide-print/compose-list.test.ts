import { beforeAll, expect, test } from 'vitest';
import { compile } from '../../content/compiler/compile.ts';
import { readSources } from '../../content/compiler/read-sources.ts';
import type { Generation, ShownMatter } from '../../content/model/generation.ts';
import { allAnswers, situationOf } from '../../content/model/situation.ts';
import { defaultPaths } from '../../scripts/paths.ts';
import { composeList } from './compose-list.ts';
import { guideReceipt } from './guide-receipt.ts';
import type { TickList } from './tick-list.ts';

let generation: Generation;
beforeAll(async () => {
  generation = compile(await readSources(defaultPaths.contentSource), '331003107');
});

/** A Monday morning. */
const now = Date.parse('2026-11-23T02:00:00Z');

function listOf(matter: ShownMatter, answers = {}, language: 'zh' | 'en' = 'zh'): TickList {
  const { places, calendars, codes } = generation;
  return composeList({
    ...{
      guide: { matter, owner: 'district', codes: codes[matter.id] ?? {}, places, calendars },
      answers,
      language,
      now,
    },
    ...{ terminal: { placeCode: '331003107', number: 1 }, contentOrigin: 'https://guides.example.cn/content/' },
  });
}

function matter(id: string): ShownMatter {
  const found = generation.matters.find(each => each.id === id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
}

test('the list is that of the situation which the answers make, and says why something is not needed', () => {
  const list = listOf(matter('food-business-permit'));
  expect(list.groups.map(({ need }) => need)).toEqual(['must', 'exempt']);
  expect(list.groups[1]?.items[0]).toEqual({ name: '营业执照', note: '由市场监管提供' });
  expect(list.situation[0]?.answer).toBe('做餐饮');
  expect(list.place).toBe('院桥镇便民服务中心 1 号自助终端');
  expect(list.printedAt).toBe('2026-11-23 10:00');
  expect(list.where[0]?.lines).toContain('周一至周五 8:30–12:00，14:00–17:30；周六至周日 9:00–11:30，14:00–16:30');
  expect(list.where[0]?.lines).toContain('现在开门，到 12:00');
});

test('a matter that the windows here do not handle names those which do', () => {
  const elsewhere = generation.places.slice(0, 2).map(({ code }) => code);
  const unavailable = { why: { zh: '本中心没有办这件事的窗口' }, elsewhere };
  const [first] = listOf({ ...matter('food-business-permit'), unavailable }).where;
  expect(first?.name).toBe('本中心没有办这件事的窗口');
  expect(first?.lines).toHaveLength(3);
});

test('every situation of every guide has a list with its own code, in both languages, also on narrow paper', () => {
  for (const each of generation.matters)
    for (const answers of allAnswers(each))
      for (const language of ['zh', 'en'] as const) {
        const list = listOf(each, answers, language);
        const code = generation.codes[each.id]?.[situationOf(each, answers).key];
        expect(list.guideUrl).toBe(`https://guides.example.cn/content/c/${code}/`);
        expect(list.groups.length).toBeGreaterThan(0);
        expect(guideReceipt(list, 32)).toContain('{code:');
      }
});
