import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { createEsclScanner } from '../../device-bridge/devices/scanner/escl/driver.ts';
import {
  glass,
  inShort,
  quickDelays,
  scan,
  stack,
  statusInShort,
  untilStatus,
} from '../../device-bridge/devices/scanner/scanner.test-support.ts';
import type { ScannerDelays } from '../../device-bridge/devices/scanner/scanner-delays.ts';
import { startSimulatedScanner } from '../../device-bridge/devices/scanner/simulator/simulated-scanner.ts';
import type { Scanner, ScanProgress } from '../../device-bridge/devices/scanner/types.ts';
import { wholeJpeg } from '../../device-bridge/devices/scanner/whole-jpeg.ts';
import { deviceFaultTests } from './prove.ts';
import { scannerEsclFaults } from './scanner-escl-faults.ts';

const proves = deviceFaultTests(scannerEsclFaults);
type Simulated = Awaited<ReturnType<typeof startSimulatedScanner>>;
let simulated: Simulated;
let slow: Simulated;
const open: Scanner[] = [];

beforeAll(async () => {
  simulated = await startSimulatedScanner({ pageMs: 0, abandonedMs: 1_000 });
  slow = await startSimulatedScanner({ pageMs: 400 });
});
afterEach(async () => {
  for (const scanner of open.splice(0)) await scanner.close();
  for (const { hardware } of [simulated, slow]) {
    hardware.set({ plugged: true, cover: 'closed', jam: false, feederSheets: 0, pageId: 'form' });
    for (const step of ['capabilities', 'status', 'job', 'document'] as const) hardware.failRepeatedly(step, null);
  }
});
afterAll(async () => {
  await simulated.close();
  await slow.close();
});

function scanner(delays: Partial<ScannerDelays> = {}, at = simulated): Scanner {
  const made = createEsclScanner({ url: at.url, delays: { ...quickDelays, ...delays } });
  open.push(made);
  return made;
}

/** A scan that `act` meets once, as soon as `when` says so. */
function meet(each: Scanner, request: typeof glass, when: (progress: ScanProgress) => boolean, act: () => void) {
  let met = false;
  const onProgress = (progress: ScanProgress): void => {
    if (met || !when(progress)) return;
    met = true;
    act();
  };
  return each.scan(request, onProgress, new AbortController().signal);
}

const midway = ({ done }: ScanProgress): boolean => (done ?? 0) > 0.2;

proves('unplugged', async () => {
  const each = scanner();
  await untilStatus(each, 'ready');
  simulated.hardware.set({ plugged: false });
  await untilStatus(each, 'absent scanner-absent');
  expect(inShort(await scan(each, glass))).toBe('failed scanner-absent 0');
  simulated.hardware.set({ plugged: true });
  await untilStatus(each, 'ready');
  expect(inShort(await scan(each, glass))).toBe('scanned 1');
  return 1;
});

proves('unpluggedInScan', async () => {
  const each = scanner({}, slow);
  const outcome = await meet(each, glass, midway, () => slow.hardware.set({ plugged: false }));
  expect(inShort(outcome)).toBe('failed scanner-absent 0');
  await untilStatus(each, 'absent scanner-absent');
  slow.hardware.set({ plugged: true });
  await untilStatus(each, 'ready');
  return 1;
});

proves('blip', async () => {
  const each = scanner();
  await untilStatus(each, 'ready');
  const seen: string[] = [];
  each.onStatus(status => seen.push(statusInShort(status)));
  for (const fault of ['reset', 'error', 'nonsense', 'broken-off'] as const) {
    simulated.hardware.failNext('status', fault);
    await new Promise(resolve => setTimeout(resolve, 3 * quickDelays.idlePollMs));
  }
  expect(seen).toEqual([]);
  return 4;
});

proves('reset', async () => {
  for (const step of ['document', 'capabilities'] as const) {
    simulated.hardware.failNext(step, 'reset');
    expect(inShort(await scan(scanner(), glass))).toBe('scanned 1');
  }
  return 2;
});

proves('busy', async () => {
  for (let time = 0; time < 3; time += 1) simulated.hardware.failNext('job', 'busy');
  expect(inShort(await scan(scanner(), glass))).toBe('scanned 1');
  // Another client has it, truly.
  const other = scanner({}, slow);
  const each = scanner({}, slow);
  const first = scan(other, glass);
  await untilStatus(each, 'attention scanner-busy');
  expect(inShort(await scan(each, glass))).toBe('scanned 1');
  expect(inShort(await first)).toBe('scanned 1');
  simulated.hardware.failRepeatedly('job', 'busy');
  expect(inShort(await scan(scanner({ busyLimitMs: 100 }), glass))).toBe('failed scanner-busy 0');
  return 3;
});

proves('notYet', async () => {
  for (const fault of ['busy', 'missing'] as const) {
    simulated.hardware.set({ feederSheets: 2 });
    simulated.hardware.failNext('document', fault);
    expect(inShort(await scan(scanner(), stack))).toBe('scanned 2');
  }
  simulated.hardware.failRepeatedly('document', 'busy');
  const each = scanner({ silentMs: 200 });
  expect(inShort(await scan(each, glass))).toBe('failed scanner-silent 0');
  await untilStatus(each, 'ready');
  return 3;
});

proves('jam', async () => {
  slow.hardware.set({ feederSheets: 3 });
  const each = scanner({}, slow);
  const outcome = await meet(each, stack, midway, () => slow.hardware.set({ jam: true }));
  expect(inShort(outcome)).toBe('failed scanner-jammed 1');
  expect(wholeJpeg(outcome.pages[0]?.jpeg ?? new Uint8Array())).not.toBeNull();
  expect(statusInShort(each.status)).toBe('attention scanner-jammed');
  slow.hardware.set({ jam: false });
  await untilStatus(each, 'ready');
  expect(inShort(await scan(each, stack))).toBe('scanned 2');
  return 1;
});

proves('empty', async () => {
  const each = scanner();
  expect(inShort(await scan(each, stack))).toBe('failed scanner-no-paper 0');
  simulated.hardware.set({ feederSheets: 3 });
  expect(inShort(await scan(each, stack))).toBe('scanned 3');
  expect(inShort(await scan(each, stack))).toBe('failed scanner-no-paper 0');
  return 2;
});

proves('cover', async () => {
  const each = scanner();
  simulated.hardware.set({ cover: 'open', feederSheets: 1 });
  await untilStatus(each, 'attention scanner-cover-open');
  expect(inShort(await scan(each, glass))).toBe('failed scanner-cover-open 0');
  expect(inShort(await scan(each, stack))).toBe('failed scanner-cover-open 0');
  simulated.hardware.set({ cover: 'closed' });
  await untilStatus(each, 'ready');
  expect(inShort(await scan(each, stack))).toBe('scanned 1');
  return 2;
});

proves('cancelledAtScanner', async () => {
  const each = scanner();
  simulated.hardware.failNext('document', 'gone');
  expect(inShort(await scan(each, glass))).toBe('failed scanner-failed 0');
  expect(inShort(await scan(each, glass))).toBe('scanned 1');
  return 1;
});

proves('cancelled', async () => {
  const each = scanner({}, slow);
  const abort = new AbortController();
  const outcome = await each.scan(glass, progress => midway(progress) && abort.abort(), abort.signal);
  expect(inShort(outcome)).toBe('cancelled 0');
  // Free at once for another client: the job is gone at the scanner.
  expect(inShort(await scan(scanner({ busyLimitMs: 0 }, slow), glass))).toBe('scanned 1');
  return 1;
});

proves('refused', async () => {
  simulated.hardware.failNext('job', 'conflict');
  expect(inShort(await scan(scanner(), glass))).toBe('failed scanner-refused 0');
  return 1;
});

/** One bad answer is mended by the second scan of the glass; bad answers for ever end as `fault`; a feeder is not repeated. */
async function badPicture(fault: 'cut' | 'broken-off' | 'nonsense' | 'error', end: string): Promise<number> {
  const each = scanner();
  simulated.hardware.failNext('document', fault);
  expect(inShort(await scan(each, glass))).toBe('scanned 1');
  simulated.hardware.failRepeatedly('document', fault);
  expect(inShort(await scan(each, glass))).toBe(`failed ${end} 0`);
  simulated.hardware.set({ feederSheets: 2 });
  expect(inShort(await scan(each, stack))).toBe(`failed ${end} 0`);
  simulated.hardware.failRepeatedly('document', null);
  expect(inShort(await scan(each, glass))).toBe('scanned 1');
  return 4;
}

proves('cutPicture', () => badPicture('cut', 'scanner-failed'));
proves('brokenOff', () => badPicture('broken-off', 'scanner-silent'));
proves('noPicture', () => badPicture('nonsense', 'scanner-failed'));
proves('serverError', () => badPicture('error', 'scanner-failed'));

proves('endless', async () => {
  const each = scanner();
  await untilStatus(each, 'ready');
  simulated.hardware.failRepeatedly('document', 'endless');
  expect(inShort(await scan(each, glass))).toBe('failed scanner-failed 0');
  simulated.hardware.failRepeatedly('status', 'endless');
  await untilStatus(each, 'absent scanner-silent');
  simulated.hardware.failRepeatedly('status', null);
  await untilStatus(each, 'ready');
  return 2;
});

proves('hung', async () => {
  const each = scanner({ silentMs: 200, lookMs: 300, cancelMs: 200 });
  await untilStatus(each, 'ready');
  for (const step of ['document', 'job'] as const) {
    simulated.hardware.failRepeatedly(step, 'hang');
    expect(inShort(await scan(each, glass))).toBe('failed scanner-silent 0');
    simulated.hardware.failRepeatedly(step, null);
  }
  simulated.hardware.failRepeatedly('status', 'hang');
  await untilStatus(each, 'absent scanner-silent');
  simulated.hardware.failRepeatedly('status', null);
  await untilStatus(each, 'ready');
  return 3;
});

proves('nonsense', async () => {
  const each = scanner();
  for (const [fault, status] of [
    ['nonsense', 'absent scanner-silent'],
    ['missing', 'absent scanner-absent'],
  ] as const) {
    simulated.hardware.failRepeatedly('status', fault);
    simulated.hardware.failRepeatedly('capabilities', fault);
    await untilStatus(each, status);
    expect((await scan(each, glass)).outcome).toBe('failed');
    simulated.hardware.failRepeatedly('status', null);
    simulated.hardware.failRepeatedly('capabilities', null);
    await untilStatus(each, 'ready');
  }
  return 2;
});
