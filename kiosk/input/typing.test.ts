import { describe, expect, it } from 'vitest';
import { emptyTyping, type Key, press, queryOf, type Typing } from './typing.ts';

const type = (text: string): Key[] => Array.from(text, letter => ({ type: 'letter', letter }));
const pressed = (...keys: Key[]): Typing => keys.reduce(press, emptyTyping);
const character = (one: string): Key => ({ type: 'character', character: one });

describe('typing', () => {
  it('searches with letters before a word is chosen', () => {
    expect(queryOf(pressed(...type('sbcb')))).toBe('sbcb');
  });

  it('puts a chosen word in place of its letters and keeps the rest', () => {
    const typed = pressed(...type('shebaozm'), { type: 'candidate', candidate: { word: '社保', used: 6 } });
    expect(typed).toMatchObject({ chosen: '社保', letters: 'zm' });
  });

  it('deletes letters first, then whole characters', () => {
    const typed: Typing = { chosen: '郑𠮷', letters: 'n', cleared: null };
    const deleted = press(typed, { type: 'delete' });
    expect(deleted).toMatchObject({ chosen: '郑𠮷', letters: '' });
    expect(press(deleted, { type: 'delete' })).toMatchObject({ chosen: '郑', letters: '' });
    expect(press(emptyTyping, { type: 'delete' })).toEqual(emptyTyping);
  });

  it('takes digits at once, and half-width wherever they come from', () => {
    expect(queryOf(pressed(...type('a'), character('4')))).toBe('a4');
    expect(queryOf(pressed(character('３'), character('Ｘ'), character('·'), character('垟')))).toBe('3X·垟');
  });

  it('clears all with one touch and brings it back with another', () => {
    const typed = pressed(character('社'), ...type('bao'));
    const cleared = press(typed, { type: 'clear' });
    expect(queryOf(cleared)).toBe('');
    expect(press(cleared, { type: 'delete' })).toEqual(cleared);
    expect(press(cleared, { type: 'restore' })).toEqual(typed);
  });

  it('forgets what was cleared as soon as something else is typed', () => {
    const typed = pressed(...type('bao'), { type: 'clear' }, ...type('a'), { type: 'restore' });
    expect(queryOf(typed)).toBe('a');
  });

  it('stops at the length of the longest name', () => {
    expect(queryOf(pressed(...type('a'.repeat(60))))).toHaveLength(40);
  });
});
