import { expect, test } from 'vitest';
import { type Box, boxTowards, type Direction } from './spatial.ts';

const box = (left: number, top: number, width = 100, height = 60): Box => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});

/** Three rows of three, 20 apart. */
const grid = [0, 1, 2].flatMap(row => [0, 1, 2].map(column => box(column * 120, row * 80)));
const next = (direction: Direction, at: number): number | null => boxTowards(direction, grid[at] ?? box(0, 0), grid);

test('each arrow goes to the neighbour in the same row or column', () => {
  expect([next('up', 4), next('down', 4), next('left', 4), next('right', 4)]).toEqual([1, 7, 3, 5]);
});

test('at an edge there is nothing further that way', () => {
  expect([next('up', 1), next('left', 3), next('right', 5), next('down', 7)]).toEqual([null, null, null, null]);
});

test('a control never leads to itself', () => {
  for (const direction of ['up', 'down', 'left', 'right'] as const)
    for (const at of grid.keys()) expect(next(direction, at)).not.toBe(at);
});

test('a wide bar below is reached from every column, and leads back up to what is over its middle', () => {
  const bar = box(0, 240, 340, 60);
  for (const at of [6, 7, 8]) expect(boxTowards('down', grid[at] ?? bar, [...grid, bar])).toBe(9);
  expect(boxTowards('up', bar, grid)).toBe(7);
});

test('a near control aside is taken before a far one straight ahead, a far one aside is not', () => {
  const from = box(0, 0);
  expect(boxTowards('down', from, [box(0, 900), box(110, 80)])).toBe(1);
  expect(boxTowards('down', from, [box(0, 300), box(900, 80)])).toBe(0);
});

test('rows of a keyboard that are set off by half a key are walked straight down', () => {
  const q = box(0, 0);
  const below = [box(50, 80), box(160, 80)];
  expect(boxTowards('down', q, below)).toBe(0);
  expect(boxTowards('right', q, [box(110, 0), ...below])).toBe(0);
});
