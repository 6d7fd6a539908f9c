import { describe, expect, it } from 'vitest';
import type { SearchEntry } from '../generation.ts';
import { buildIndex } from './build-index.ts';
import { openIndex } from './open-index.ts';
import { queryWords } from './query.ts';
import { createSearcher, type SearchHit } from './search.ts';

/** 社:she 会:hui|kuai -> an entry whose readings are written beside each character. */
function entry(matterId: string, kind: SearchEntry['kind'], spelled: string): SearchEntry {
  const parts = spelled.split(' ').map(part => part.split(':'));
  return {
    matterId,
    kind,
    text: parts.map(([char]) => char).join(''),
    readings: parts.map(([char = '', readings]) => readings?.split('|') ?? [char.toLowerCase()]),
  };
}

const insurance = entry(
  'social-insurance-proof',
  'name',
  '社:she 会:hui|kuai 保:bao 险:xian 参:can|shen 保:bao 证:zheng 明:ming',
);
const insuranceAlias = entry('social-insurance-proof', 'alias', '社:she 保:bao 证:zheng 明:ming');
const medical = entry('medical-proof', 'name', '医:yi 疗:liao 保:bao 险:xian 参:can 保:bao 证:zheng 明:ming');
const loan = entry('loan', 'name', '公:gong 积:ji 金:jin 还:huan|hai 款:kuan');
const green = entry('green-card', 'name', '绿:lü 卡:ka A4');
const entries = [insurance, insuranceAlias, medical, loan, green];

function search(of: readonly SearchEntry[], query: string, limit: number): SearchHit[] {
  const matters = [...new Set(of.map(({ matterId }) => matterId))].map(id => ({ id }));
  return createSearcher(openIndex(buildIndex({ matters, entries: of }))).search(query, { limit, date: null });
}

const ids = (query: string): string[] => search(entries, query, 10).map(hit => hit.matterId);
const first = (query: string) => search(entries, query, 10)[0];
function marked(query: string): string {
  const hit = first(query);
  if (hit === undefined) return '';
  const chars = Array.from(hit.text);
  return hit.ranges.map(([start, end]) => chars.slice(start, end).join('')).join('|');
}

describe('search', () => {
  it('puts the exact name first, then the beginning, then the middle, then characters in order', () => {
    const scores = ['社会保险参保证明', '社会保险', '保险参保', '社参明'].map(query => first(query)?.score ?? 0);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(new Set(scores).size).toBe(4);
  });

  it('finds 社会保险参保证明 by sbcbzm, the initials of how people say it', () => {
    expect(ids('sbcbzm')[0]).toBe('social-insurance-proof');
    expect(marked('sbcbzm')).toBe('社|保|参保证明');
  });

  it.each(['shbxcbzm', 'shehuibaoxiancanbaozhengming', 'shehuibx', 'shehbaox', '社会bx', '社保zm', 'shebaozm', 'SHBX'])(
    'finds it by %s',
    query => {
      expect(ids(query)[0]).toBe('social-insurance-proof');
    },
  );

  it('prefers whole syllables to lone initials', () => {
    const syllables = first('shehui')?.score ?? 0;
    const initials = first('sh')?.score ?? 0;
    expect(syllables).toBeGreaterThan(initials);
  });

  it('marks the part that matched', () => {
    expect(marked('baoxian')).toBe('保险');
    expect(marked('参保')).toBe('参保');
    expect(marked('yiliao bx')).toBe('医疗保险');
  });

  it('reads polyphonic characters both ways', () => {
    expect(ids('huankuan')).toEqual(['loan']);
    expect(ids('haikuan')).toEqual(['loan']);
    expect(ids('shehuibaoxianshenbao')).toEqual(['social-insurance-proof']);
  });

  it('reads ü as v, whichever of the two was written', () => {
    expect(ids('lvka')).toEqual(['green-card']);
    expect(ids('lüka')).toEqual(['green-card']);
  });

  it('finds letters and digits inside a name, full width or not', () => {
    expect(marked('a4')).toBe('A4');
    expect(ids('Ａ４')).toEqual(['green-card']);
  });

  it('takes several words in any order, also spread over name and alias', () => {
    expect(ids('证明 医疗')[0]).toBe('medical-proof');
    expect(ids('医疗 证明')[0]).toBe('medical-proof');
    const spreadOver = [entry('m', 'name', '甲:jia'), entry('m', 'alias', '乙:yi')];
    expect(search(spreadOver, '乙 jia', 5).map(hit => hit.matterId)).toEqual(['m']);
    expect(search(spreadOver, '乙 丙', 5)).toEqual([]);
  });

  it('names each matter once, by the entry that matched best', () => {
    expect(first('社保证明')?.kind).toBe('alias');
    expect(ids('社保').filter(id => id === 'social-insurance-proof')).toHaveLength(1);
  });

  it('does not match scattered letters that skip the first character', () => {
    expect(ids('bzm')).toContain('social-insurance-proof');
    expect(ids('hzm')).toEqual([]);
    expect(ids('xq')).toEqual([]);
  });

  it('finds nothing for nothing', () => {
    expect(ids('')).toEqual([]);
    expect(ids('  ，')).toEqual([]);
    expect(search([], '社保', 5)).toEqual([]);
    expect(search([{ ...insurance, text: '', readings: [] }], '社保', 5)).toEqual([]);
  });

  it('keeps to the limit', () => {
    expect(search(entries, '证明', 1)).toHaveLength(1);
  });

  it('splits queries at blanks and punctuation', () => {
    expect(queryWords(' 社保，ＺＭ　a4 ')).toEqual(['社保', 'zm', 'a4']);
  });
});

describe('mistakes and other sounds', () => {
  it.each([
    ['社保证民', 'a character of the same sound, or nearly'],
    ['社宝正明', 'two characters of the same sound'],
    ['社会保线参保证明', 'one wrong character'],
    ['社会险参保证明', 'one missing'],
    ['社会保险参参保证明', 'one too many'],
    ['社会险保参保证明', 'two swapped'],
    ['shehuibaoxiancanbaozhengmng', 'a letter missing'],
    ['shehuibaoxiancanbaozhengmingg', 'a letter too many'],
    ['shehiubaoxiancanbaozhengming', 'letters swapped in a syllable'],
    ['shehubiaoxian', 'letters swapped across two'],
    ['xhehuibaoxian', 'a wrong first letter'],
    ['sehuibaoxian', 's for sh'],
    ['sehuibaoxiancanbaozenmin', 'three sounds of the place'],
    ['shbxcbz', 'initials without the last'],
    ['shbxdbzm', 'a wrong initial'],
  ])('finds it by %s: %s', query => {
    expect(ids(query)[0]).toBe('social-insurance-proof');
  });

  it('puts what is typed right before what must be guessed', () => {
    const both = [entry('right', 'name', '医:yi 保:bao 证:zheng 明:ming 书:shu'), insuranceAlias];
    expect(search(both, '医保证明', 5)[0]?.matterId).toBe('right');
  });

  it('marks the whole of what was met by a mistake', () => {
    expect(marked('shehiubaoxian')).toBe('社会保险');
    expect(marked('社宝证明')).toBe('社保证明');
  });

  it('finds words in another order without a blank between them', () => {
    expect(ids('证明社保')[0]).toBe('social-insurance-proof');
    expect(ids('zhengmingshebao')[0]).toBe('social-insurance-proof');
  });

  it.each(['xqzw', '哈哈哈', 'qqqqq', '龘龘'])('finds nothing for %s', query => {
    expect(ids(query)).toEqual([]);
  });
});

describe('an index', () => {
  const matters = [
    { id: 'new', effectiveFrom: '2026-12-01' },
    { id: 'old', cancelledFrom: '2026-12-01' },
  ];
  const dated = ['new', 'old'].map(id => entry(id, 'name', '社:she 保:bao 证:zheng 明:ming'));

  it('hides matters before their first day and from the day they are cancelled', () => {
    const searcher = createSearcher(openIndex(buildIndex({ matters, entries: dated })));
    const on = (date: string | null) => searcher.search('社保', { limit: 5, date }).map(hit => hit.matterId);
    expect([on('2026-11-30'), on('2026-12-01'), on(null)]).toEqual([['old'], ['new'], ['new', 'old']]);
  });

  it('has the same bytes for the same source, and refuses torn or changed ones', () => {
    const bytes = buildIndex({ matters, entries: dated });
    expect(buildIndex({ matters, entries: dated })).toEqual(bytes);
    expect(() => openIndex(bytes.subarray(0, bytes.length - 4))).toThrow();
    const changed = bytes.slice();
    changed[changed.length - 6] = (changed[changed.length - 6] ?? 0) ^ 1;
    expect(() => openIndex(changed)).toThrow(/damaged/);
    expect(() => openIndex(new Uint8Array(3))).toThrow();
  });

  it('opens from the middle of another buffer', () => {
    const bytes = buildIndex({ matters, entries: dated });
    const shifted = new Uint8Array(bytes.length + 1);
    shifted.set(bytes, 1);
    expect(openIndex(shifted.subarray(1)).matters).toHaveLength(2);
  });

  it('takes queries far longer than its masks', () => {
    expect(ids('shehuibaoxiancanbaozhengming'.repeat(4))[0]).toBe('social-insurance-proof');
    expect(ids('社会保险参保证明 医疗 证明 社保 公积金 还款 绿卡')).toBeInstanceOf(Array);
  });
});
