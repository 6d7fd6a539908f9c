import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Duplex } from 'node:stream';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import type { FaultName } from '../../content/common/faults.ts';
import { type CodeReaderDelays, codeReaderDelays } from '../devices/code-reader/code-delays.ts';
import { createCodeReader } from '../devices/code-reader/driver.ts';
import { createSimulatedCodeReader } from '../devices/code-reader/simulator/simulated-code-reader.ts';
import { createIdCardReader } from '../devices/id-card-reader/driver.ts';
import { createSimulatedReader } from '../devices/id-card-reader/simulator/simulated-reader.ts';
import { createHealth, firstLookMs } from './health.ts';
import { healthFile, openHealthStore, recallFaults } from './health-store.ts';
import { readinessOf } from './readiness.ts';
import { readinessPdf } from './readiness-report.ts';

const run = promisify(execFile);

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'health-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('the last fault of a device and the sheets that came out survive a restart', () => {
  const file = join(folder, healthFile);
  const at = new Date('2026-11-23T08:00:00Z');
  const before = openHealthStore(file);
  expect(before.lastFault('scanner')).toBeNull();
  before.remember('scanner', 'scanner-jammed', at);
  before.sheetCounter.add(3);
  before.sheetCounter.add(2);
  before.close();
  const after = openHealthStore(file);
  expect(after.lastFault('scanner')).toEqual({ fault: 'scanner-jammed', at: at.toISOString() });
  expect(after.sheetCounter.sheetsSinceFill()).toBe(5);
  after.sheetCounter.filled();
  expect(after.sheetCounter.sheetsSinceFill()).toBe(0);
  after.close();
});

test('a memory that the disk has torn is begun anew', async () => {
  const file = join(folder, healthFile);
  await writeFile(file, 'no database at all, but long enough to be read as one '.repeat(200));
  const store = openHealthStore(file);
  store.remember('scanner', 'scanner-absent', new Date());
  expect(store.lastFault('scanner')?.fault).toBe('scanner-absent');
  store.close();
});

test('a memory that another program holds is left as it is', () => {
  const file = join(folder, healthFile);
  const store = openHealthStore(file);
  store.remember('scanner', 'scanner-absent', new Date());
  store.close();
  const holder = new DatabaseSync(file);
  holder.exec('PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE');
  expect(() => openHealthStore(file)).toThrow('locked');
  holder.close();
  expect(recallFaults(file)('scanner')?.fault).toBe('scanner-absent');
});

test('a disk that takes nothing costs no status and no sheet', () => {
  const file = join(folder, healthFile);
  const troubles: unknown[] = [];
  const store = openHealthStore(file, error => troubles.push(error));
  new DatabaseSync(file).exec('DROP TABLE last_faults; DROP TABLE counters');
  store.remember('scanner', 'scanner-absent', new Date());
  store.sheetCounter.add(1);
  expect(store.lastFault('scanner')).toBeNull();
  expect(store.sheetCounter.sheetsSinceFill()).toBe(0);
  expect(troubles).toHaveLength(4);
  store.close();
});

describe('faults of a device', () => {
  const at = new Date('2026-11-23T08:00:00Z');
  function watched(transport: () => Promise<Duplex>, delays: CodeReaderDelays) {
    const device = createCodeReader({ transport, delays });
    const store = openHealthStore(join(folder, healthFile));
    const faults: FaultName[] = [];
    const health = createHealth({
      ...{ fitted: [{ name: 'codeReader', address: 'x', device }], store, now: () => at, onChange: () => {} },
      printing: { state: { state: 'none' }, print: () => {}, close: async () => {} },
      surroundings: () => {
        throw new Error('not asked');
      },
      onFault: (_, fault) => faults.push(fault),
    });
    onTestFinished(async () => {
      await health.close();
      await device.close();
      store.close();
    });
    return { device, store, faults };
  }

  test('are told each time they come back', async () => {
    const { transport, hardware } = createSimulatedCodeReader();
    const { device, faults } = watched(transport, { ...codeReaderDelays, probeMs: 5 });
    const becomes = (state: string) => vi.waitUntil(() => device.status.state === state, { interval: 2 });
    for (let time = 1; time <= 2; time += 1) {
      await becomes('ready');
      hardware.plug(false);
      await becomes('absent');
      expect(faults).toHaveLength(time);
      hardware.plug(true);
    }
  });

  test('are told, too, of one that was never there', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { store, faults } = watched(() => Promise.reject(new Error('no port')), codeReaderDelays);
    await vi.advanceTimersByTimeAsync(firstLookMs - 1);
    expect(faults).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    vi.useRealTimers();
    expect(faults).toEqual(['code-reader-absent']);
    expect(store.lastFault('codeReader')).toEqual({ fault: 'code-reader-absent', at: at.toISOString() });
  });
});

test('a device is told as it is: well, gone with what to do, and well again with what was', async () => {
  const { transport, hardware } = createSimulatedReader();
  const reader = createIdCardReader({ transport });
  const fitted = { name: 'idCardReader', address: 'simulator', device: reader } as const;
  try {
    await expect.poll(() => readinessOf(fitted, null)).toMatchObject({ works: true, selfTest: 'passed', fault: null });
    hardware.plug(false);
    await expect
      .poll(() => readinessOf(fitted, null))
      .toMatchObject({
        works: false,
        state: 'absent',
        fault: { code: 'E201' },
        remedy: expect.stringContaining('cable'),
      });
    hardware.plug(true);
    const last = { fault: 'reader-absent', at: '2026-11-23T08:00:00.000Z' } as const;
    await expect
      .poll(() => readinessOf(fitted, last), { timeout: 10_000 })
      .toMatchObject({ works: true, remedy: null, lastFault: { fault: { code: 'E201' }, at: last.at } });
  } finally {
    await reader.close();
  }
});

test('the printed report is one page of A4 that names every device and what to do', async () => {
  const { transport } = createSimulatedReader();
  const reader = createIdCardReader({ transport });
  try {
    const device = readinessOf({ name: 'idCardReader', address: '/dev/ttyUSB0', device: reader }, null);
    const pdf = await readinessPdf({
      at: '2026-11-23T08:00:00.000Z',
      mode: 'terminal',
      terminal: { id: 'yuanqiao-1', placeCode: '331003107', number: 1 },
      ready: false,
      devices: [device],
      services: { certificates: { available: true }, receipts: null, scanning: null, codes: null },
      platformReachable: true,
      contentDigest: 'a'.repeat(64),
      report: { state: 'none' },
    });
    const file = join(folder, 'report.pdf');
    await writeFile(file, pdf);
    const { stdout } = await run('pdftotext', ['-layout', file, '-']);
    for (const words of ['终端自检报告', 'yuanqiao-1', '身份证读卡器', '/dev/ttyUSB0', 'E201', 'aaaaaaaaaaaa'])
      expect(stdout).toContain(words);
    expect((await run('pdfinfo', [file])).stdout).toMatch(/Pages:\s+1\n[\s\S]*A4/);
  } finally {
    await reader.close();
  }
});
