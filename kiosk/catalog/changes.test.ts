import { expect, test } from 'vitest';
import { matter } from './catalog.test-support.ts';
import { changesUntil } from './changes.ts';

const what = { zh: '不用再带户口簿' };

test('lists what changed in the last half year, the newest first', () => {
  const matters = [
    matter('long-ago', { changed: { on: '2026-01-01', what } }),
    matter('told', { changed: { on: '2026-09-01', what } }),
    matter('to-come', { changed: { on: '2026-12-01', what } }),
    matter('began', { effectiveFrom: '2026-10-15' }),
    matter('began-and-told', { effectiveFrom: '2026-08-01', changed: { on: '2026-11-23', what } }),
    matter('plain'),
  ];
  expect(changesUntil(matters, '2026-11-23').map(({ matter, on, what }) => [matter.id, on, what?.zh ?? null])).toEqual([
    ['began-and-told', '2026-11-23', '不用再带户口簿'],
    ['began', '2026-10-15', null],
    ['told', '2026-09-01', '不用再带户口簿'],
  ]);
});
