import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { codeReaderDelays } from './code-delays.ts';
import { createCodeReader } from './driver.ts';
import { createSimulatedCodeReader } from './simulator/simulated-code-reader.ts';
import type { CodeReader } from './types.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
afterEach(() => void vi.useRealTimers());

const open: CodeReader[] = [];
afterEach(async () => {
  for (const reader of open.splice(0)) await reader.close();
  expect(vi.getTimerCount()).toBe(0);
});

function createBench() {
  const { transport, hardware } = createSimulatedCodeReader();
  const log: string[] = [];
  const reader = createCodeReader({ transport, log: message => log.push(message) });
  open.push(reader);
  const told: string[] = [];
  const seen: string[] = [];
  reader.onCode(text => told.push(text));
  reader.onStatus(status => seen.push(status.state));
  return { reader, hardware, told, seen, log };
}

/** Turns the clock; bytes in flight arrive after each step. */
async function turn(durationMs: number): Promise<void> {
  for (let turnedMs = 0; turnedMs <= durationMs; turnedMs += 50) {
    await vi.advanceTimersByTimeAsync(50);
    await new Promise(resolve => setImmediate(resolve));
  }
}

test('a code is told once, however long it is held before the window', async () => {
  const { hardware, told, log } = createBench();
  await turn(0);
  for (let time = 0; time < 20; time += 1) {
    hardware.show('https://示例.test/v/A');
    await turn(500);
  }
  expect(told).toEqual(['https://示例.test/v/A']);
  hardware.show('another');
  hardware.show('https://示例.test/v/A');
  await turn(codeReaderDelays.sameMs);
  hardware.show('https://示例.test/v/A');
  await turn(0);
  expect(told).toEqual(['https://示例.test/v/A', 'another', 'https://示例.test/v/A', 'https://示例.test/v/A']);
  expect(log.join()).not.toContain('示例');
});

test('a line that blinks is opened again and nobody notices', async () => {
  const { reader, hardware, told, seen } = createBench();
  expect(reader.status).toEqual({ state: 'absent', fault: 'code-reader-absent' });
  await turn(codeReaderDelays.probeMs + 100);
  hardware.plug(false);
  hardware.plug(true);
  await turn(100);
  hardware.show('x');
  await turn(0);
  expect(told).toEqual(['x']);
  expect(seen).toEqual(['ready']);
});

test('a reader that is unplugged is absent until the slow probe finds it', async () => {
  const { reader, hardware, told, seen } = createBench();
  await turn(codeReaderDelays.probeMs + 100);
  hardware.plug(false);
  hardware.show('lost');
  await turn(60_000);
  expect(reader.status).toEqual({ state: 'absent', fault: 'code-reader-absent' });
  hardware.plug(true);
  await turn(codeReaderDelays.probeMs);
  hardware.show('found');
  await turn(0);
  expect(told).toEqual(['found']);
  expect(seen).toEqual(['ready', 'absent', 'ready']);
});

test('a line that never opens, or opens too late, is given up and let go', async () => {
  const { transport } = createSimulatedCodeReader();
  const late = await transport();
  let attempts = 0;
  const reader = createCodeReader({
    transport: () => {
      attempts += 1;
      return attempts === 1 ? new Promise(resolve => setTimeout(() => resolve(late), 10_000)) : transport();
    },
  });
  open.push(reader);
  await turn(codeReaderDelays.openMs + codeReaderDelays.probeMs + 100);
  expect(reader.status).toEqual({ state: 'ready' });
  await turn(10_000);
  expect(late.destroyed).toBe(true);
});

test('nothing is told after closing, and a code that has begun is dropped', async () => {
  const { reader, hardware, told } = createBench();
  await turn(0);
  hardware.show('seen');
  await reader.close();
  await turn(200);
  expect(told).toEqual([]);
});
