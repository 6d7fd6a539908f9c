import { expect, it } from 'vitest';
import { type Hold, type HoldEvent, nextHold } from './hold.ts';

const having = (...events: HoldEvent[]): Hold => events.reduce<Hold>(nextHold, 'free');

it('shows what is asked for while it is held, and only then', () => {
  expect(having('press')).toBe('pressed');
  expect(having('press', 'long-enough')).toBe('asked');
  expect(having('press', 'long-enough', 'answered')).toBe('shown');
  expect(having('press', 'long-enough', 'refused')).toBe('refused');
});

it('shows nothing for a touch in passing, nor for an answer that comes after the finger has gone', () => {
  expect(having('press', 'release', 'long-enough')).toBe('free');
  expect(having('press', 'long-enough', 'release', 'answered')).toBe('free');
  expect(having('answered')).toBe('free');
});

it.each<HoldEvent[]>([['press'], ['press', 'long-enough'], ['press', 'long-enough', 'answered']])(
  'is masked again at the release, whatever came before it',
  (...events) => expect(having(...events, 'release')).toBe('free'),
);
