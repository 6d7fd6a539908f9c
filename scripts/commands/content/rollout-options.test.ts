import { expect, test } from 'vitest';
import { UsageError } from '../command-line.ts';
import { roleFrom } from './repository-options.ts';
import { rolloutFrom } from './rollout-options.ts';

test('a plan is read from its words, times in order and in one zone', () => {
  const ramp = '2026-11-25T08:00+08:00=100%,2026-11-24T00:00Z=0.1';
  expect(rolloutFrom({ canary: 'demo-1, demo-2', ramp, hours: '22-5', halt: true })).toEqual({
    canaries: ['demo-1', 'demo-2'],
    ramp: [
      { from: '2026-11-24T00:00:00Z', percent: 10 },
      { from: '2026-11-25T00:00:00Z', percent: 100 },
    ],
    hours: { from: 22, to: 5 },
    halted: true,
  });
  expect(rolloutFrom({})).toEqual({});
});

test.each([
  { ramp: 'tomorrow' },
  { ramp: '2026-11-24=0.1' },
  { ramp: '2026-11-24T00:00=0.1' },
  { ramp: '2026-11-24T00:00Z=1.1' },
  { ramp: '2026-11-24T00:00Z=0.123' },
  { hours: '25-3' },
  { hours: '0-0' },
  { hours: 'night' },
  { canary: 'a b' },
])('%o is wrong usage', values => {
  expect(() => rolloutFrom(values)).toThrow(UsageError);
});

test('a role is city, district or a township', () => {
  expect([roleFrom('city'), roleFrom('district'), roleFrom('town-204')]).toEqual(['targets', 'district', 'town-204']);
  for (const text of [undefined, 'town-4', 'root', 'snapshot']) expect(() => roleFrom(text)).toThrow(UsageError);
});
