import { expect, it } from 'vitest';
import type { Generation } from '../../content/model/generation.ts';
import type { Question } from '../../content/model/matter.ts';
import { generationOf, matter } from './catalog.test-support.ts';
import { guideOfCode } from './guide-of-code.ts';

const question: Question = {
  id: 'household',
  ask: { zh: '户口在哪里？' },
  options: [
    { id: 'here', label: { zh: '在台州' }, default: true },
    { id: 'elsewhere', label: { zh: '在外省' } },
  ],
};
const generation: Generation = {
  ...generationOf(matter('a'), matter('b', { questions: [question] })),
  codes: { a: { all: 'aaaaaa' }, b: { here: 'bbbbbb', elsewhere: 'cccccc', gone: 'dddddd' }, c: { all: 'eeeeee' } },
};

it('finds the guide of a code in the very situation the code was given for', () => {
  expect(guideOfCode(generation, 'aaaaaa')).toEqual({ matterId: 'a', answers: {} });
  expect(guideOfCode(generation, 'bbbbbb')).toEqual({ matterId: 'b', answers: { household: 'here' } });
  expect(guideOfCode(generation, 'cccccc')).toEqual({ matterId: 'b', answers: { household: 'elsewhere' } });
});

it('opens the guide itself when its situation is asked no more', () => {
  expect(guideOfCode(generation, 'dddddd')).toEqual({ matterId: 'b', answers: {} });
});

it('knows nothing of other codes, nor of matters this terminal does not show', () => {
  expect(guideOfCode(generation, 'zzzzzz')).toBeNull();
  expect(guideOfCode(generation, 'eeeeee')).toBeNull();
});
