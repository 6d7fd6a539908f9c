import { describe, expect, it } from 'vitest';
import { candidatesFor } from './candidates.ts';
import { emptyTyping, type Key, press, queryOf, type Typing } from './typing.ts';

const lexicon = {
  she: ['社', '设'],
  shebao: ['社保'],
  shehui: ['社会'],
  shehuibaoxian: ['社会保险'],
  zhengming: ['证明'],
};
const type = (text: string): Key[] => Array.from(text, letter => ({ type: 'letter', letter }));
const pressed = (keys: Key[]): Typing => keys.reduce(press, emptyTyping);
const offered = (letters: string): string[] => candidatesFor(lexicon, letters, 8).map(({ word }) => word);

describe('typing', () => {
  it('searches with letters before a word is chosen', () => {
    expect(queryOf(pressed(type('sbcb')))).toBe('sbcb');
  });

  it('puts a chosen word in place of its letters and keeps the rest', () => {
    const candidate = candidatesFor(lexicon, 'shebaozm', 8)[0];
    expect(candidate).toEqual({ word: '社保', used: 6 });
    if (candidate === undefined) return;
    expect(press({ chosen: '', letters: 'shebaozm' }, { type: 'candidate', candidate })).toEqual({
      chosen: '社保',
      letters: 'zm',
    });
  });

  it('deletes letters first, then whole characters', () => {
    const deleted = press({ chosen: '社保', letters: 'z' }, { type: 'delete' });
    expect(deleted).toEqual({ chosen: '社保', letters: '' });
    expect(press(deleted, { type: 'delete' })).toEqual({ chosen: '社', letters: '' });
    expect(press(emptyTyping, { type: 'delete' })).toEqual(emptyTyping);
  });

  it('takes digits at once and clears all', () => {
    const typed = press(pressed(type('a')), { type: 'character', character: '4' });
    expect(queryOf(typed)).toBe('a4');
    expect(press(typed, { type: 'clear' })).toEqual(emptyTyping);
  });

  it('stops at the length a search can use', () => {
    expect(queryOf(pressed(type('a'.repeat(60))))).toHaveLength(24);
  });
});

describe('candidates', () => {
  it('offers exact words, then longer ones, the shortest first', () => {
    expect(offered('she')).toEqual(['社', '设', '社保', '社会', '社会保险']);
    expect(offered('shehuib')).toEqual(['社会保险', '社会', '社', '设']);
  });

  it('offers nothing for nothing, and nothing that is not there', () => {
    expect(offered('')).toEqual([]);
    expect(offered('xq')).toEqual([]);
    expect(offered('constructor')).toEqual([]);
  });
});
