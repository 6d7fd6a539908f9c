import { expect, it } from 'vitest';
import type { FarewellView } from '../../../device-bridge/api/types.ts';
import type { OwnCheck } from './own-checks.ts';
import { verdict } from './verdict.ts';

const view = (...dirty: string[]): FarewellView => {
  const checks = ['certificates', 'codes', 'newly-added'].map(name => ({ name, clean: !dirty.includes(name) }));
  return { at: 1, erased: dirty.length === 0, checks, cardLeft: false, papersLeft: false, originalsLeft: false };
};
const own = (...dirty: string[]): OwnCheck[] =>
  (['visit', 'storage'] as const).map(name => ({ name, clean: !dirty.includes(name) }));
const dirtyGroups = (...given: Parameters<typeof verdict>): string[] =>
  verdict(...given)
    .groups.filter(({ clean }) => !clean)
    .map(({ group }) => group);

it('says that all is erased when the bridge and the kiosk have looked and found nothing, and not before', () => {
  expect(verdict(view(), null, true)).toMatchObject({ state: 'checking', looked: 3 });
  expect(verdict(view(), null, false).state).toBe('checking');
  expect(verdict(view(), own(), true)).toMatchObject({ state: 'clean', looked: 5 });
  expect(dirtyGroups(view(), own(), false)).toEqual([]);
});

it('waits for what is still being let go, then says that something is left, and where', () => {
  expect(verdict(view('certificates'), own(), true).state).toBe('checking');
  expect(verdict(view('certificates'), own(), false).state).toBe('left');
  expect(dirtyGroups(view('certificates'), own(), false)).toEqual(['cards']);
  expect(dirtyGroups(view(), own('visit', 'storage'), false)).toEqual(['typed', 'stored']);
});

it('passes over no check, not even one it has no name for', () => {
  expect(dirtyGroups(view('newly-added'), own(), false)).toEqual(['stored']);
  const unsaid = { ...view(), erased: false };
  expect(verdict(unsaid, own(), false).state).toBe('left');
});
