import { describe, expect, it } from 'vitest';
import type { SearchEntry } from './generation.ts';
import { queryWords, search } from './search.ts';

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

const ids = (query: string): string[] => search(entries, query, 10).map(hit => hit.matterId);
const first = (query: string) => search(entries, query, 10)[0];
function marked(query: string): string {
  const hit = first(query);
  if (hit === undefined) return '';
  const chars = Array.from(hit.entry.text);
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
    expect(first('社保证明')?.entry.kind).toBe('alias');
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
