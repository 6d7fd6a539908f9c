import { afterEach, expect, test } from 'vitest';
import type { InventoryAnswer, TerminalInventory } from '../../platform/api/types.ts';
import { createLog } from '../log.ts';
import { type InventoryReport, reportInventory } from './inventory-report.ts';

let report: InventoryReport;
afterEach(() => report.close());

const inventory = (version: number): TerminalInventory => ({
  roles: { district: version },
  digest: null,
  failed: [],
  fault: null,
});

function reporter(send: (inventory: TerminalInventory) => Promise<InventoryAnswer>, log = createLog('silent')) {
  const state = { version: 1 };
  report = reportInventory({ inventory: () => inventory(state.version), send, log });
  return state;
}

test('each change is told once, the last one for certain', async () => {
  const told: (number | undefined)[] = [];
  let release = (): void => {};
  const state = reporter(async ({ roles }) => {
    told.push(roles.district);
    await new Promise<void>(resolve => {
      release = resolve;
    });
    return { hold: [] };
  });
  report.changed();
  report.changed();
  state.version = 2;
  report.changed();
  state.version = 3;
  report.changed();
  expect(told).toEqual([1]);
  release();
  await expect.poll(() => told).toEqual([1, 3]);
  release();
  report.changed();
  await expect.poll(() => told).toEqual([1, 3]);
});

test('what the platform holds back is heard, and remembered when it does not answer', async () => {
  let answers: (() => Promise<InventoryAnswer>)[] = [
    async () => ({ hold: [{ role: 'district', version: 2 }] }),
    async () => {
      throw new Error('unreachable');
    },
    () => new Promise(() => {}),
  ];
  reporter(() => {
    const [answer, ...rest] = answers;
    answers = rest;
    return answer?.() ?? Promise.reject(new Error('asked too often'));
  });
  for (let time = 0; time < 3; time += 1) expect(await report.held()).toEqual([{ role: 'district', version: 2 }]);
});
