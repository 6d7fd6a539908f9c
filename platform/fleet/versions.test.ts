import { expect, test } from 'vitest';
import type { TerminalInventory } from '../api/types.ts';
import { versionsOf } from './versions.ts';

const shows = (version: number): TerminalInventory => ({
  roles: { district: version },
  digest: 'd'.repeat(64),
  failed: [],
  fault: null,
});
const failedAt = (version: number): TerminalInventory => ({
  ...shows(version - 1),
  failed: [{ role: 'district', version, why: 'content-check-failed' }],
});

test('a version that works is not held', () => {
  expect(versionsOf([shows(7), shows(7), shows(6)])).toEqual([
    { role: 'district', version: 7, shown: 2, failed: 0, held: false },
    { role: 'district', version: 6, shown: 1, failed: 0, held: false },
  ]);
});

test('the first canary that fails holds a version', () => {
  expect(versionsOf([shows(6), failedAt(7)])[0]).toEqual({
    role: 'district',
    version: 7,
    shown: 0,
    failed: 1,
    held: true,
  });
});

test('one failing machine among many does not', () => {
  const many = Array.from({ length: 9 }, () => shows(7));
  expect(versionsOf([...many, failedAt(7)])[0]).toMatchObject({ shown: 9, failed: 1, held: false });
  expect(versionsOf([...many.slice(6), failedAt(7)])[0]).toMatchObject({ shown: 3, failed: 1, held: true });
});
