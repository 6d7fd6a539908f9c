import { readdir } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { createSaneScanner } from '../../device-bridge/devices/scanner/sane/driver.ts';
import {
  type SaneFolder,
  scanimages,
  slowly,
  startSaned,
  testBackend,
  wrapped,
} from '../../device-bridge/devices/scanner/sane/sane-peers.test-support.ts';
import {
  glass,
  inShort,
  quickDelays,
  scan,
  stack,
  untilStatus,
} from '../../device-bridge/devices/scanner/scanner.test-support.ts';
import type { Scanner, ScanProgress } from '../../device-bridge/devices/scanner/types.ts';
import { wholeJpeg } from '../../device-bridge/devices/scanner/whole-jpeg.ts';
import { deviceFaultTests } from './prove.ts';
import { startBridgeWithScan } from './scanner-child.ts';
import { scannerSaneFaults } from './scanner-sane-faults.ts';

const proves = deviceFaultTests(scannerSaneFaults);
let backend: Awaited<ReturnType<typeof testBackend>>;
const open: Scanner[] = [];
const pageInHalfASecond = { ...slowly, 'read-limit-size': '65536', 'read-delay-duration': '5000' };

beforeAll(async () => {
  backend = await testBackend();
});
afterEach(async () => {
  for (const scanner of open.splice(0)) await scanner.close();
  await backend.set();
});
afterAll(() => backend.remove());

function scanner(options: Partial<Parameters<typeof createSaneScanner>[0]> = {}): Scanner {
  const { delays, ...others } = options;
  const made = createSaneScanner({
    device: backend.device,
    env: backend.env,
    delays: { ...quickDelays, ...delays },
    ...others,
  });
  open.push(made);
  return made;
}

/** Each status on the glass and in the feeder, then a good scan with the same driver. */
async function status(name: string, glassEnd: string, feederEnd = glassEnd, limit = {}): Promise<number> {
  const each = scanner({ delays: limit });
  await untilStatus(each, 'ready');
  await backend.set({ 'read-status-code': `"SANE_STATUS_${name}"` });
  expect(inShort(await scan(each, glass))).toBe(glassEnd);
  expect(inShort(await scan(each, stack))).toBe(feederEnd);
  await backend.set();
  expect(inShort(await scan(each, glass))).toBe('scanned 1');
  return 2;
}

async function pageFolders(): Promise<string[]> {
  return (await readdir('/dev/shm')).filter(name => name.startsWith(`township-scan-${process.pid}-`));
}

proves('cancelledAtScanner', () => status('CANCELLED', 'failed scanner-failed 0'));
proves('invalid', async () => {
  const invalid = await status('INVAL', 'failed scanner-refused 0');
  return invalid + (await status('UNSUPPORTED', 'failed scanner-refused 0'));
});
proves('endOfFile', () => status('EOF', 'failed scanner-failed 0'));
proves('coverOpen', () => status('COVER_OPEN', 'failed scanner-cover-open 0'));
proves('noPaper', () => status('NO_DOCS', 'failed scanner-no-paper 0'));
proves('outOfMemory', () => status('NO_MEM', 'failed scanner-failed 0'));
proves('accessDenied', () => status('ACCESS_DENIED', 'failed scanner-refused 0'));
proves('ioError', () => status('IO_ERROR', 'failed scanner-failed 0'));

proves('jammed', async () => {
  const tries = await status('JAMMED', 'failed scanner-jammed 0');
  await backend.set({ 'read-status-code': '"SANE_STATUS_JAMMED"' });
  const each = scanner();
  await untilStatus(each, 'ready');
  await scan(each, glass);
  expect(each.status).toEqual({ state: 'attention', fault: 'scanner-jammed' });
  await untilStatus(each, 'ready');
  return tries + 1;
});

proves('busy', async () => {
  const tries = await status('DEVICE_BUSY', 'failed scanner-busy 0', 'failed scanner-busy 0', { busyLimitMs: 100 });
  await backend.set({ 'read-status-code': '"SANE_STATUS_DEVICE_BUSY"' });
  const logged: string[] = [];
  const each = scanner({ log: line => logged.push(line) });
  const scanning = scan(each, glass);
  await expect.poll(() => logged.some(line => line.startsWith('scan: scanner-busy'))).toBe(true);
  await backend.set();
  expect(inShort(await scanning)).toBe('scanned 1');
  return tries + 1;
});

proves('tenSheets', async () => {
  const seen: ScanProgress[] = [];
  const outcome = await scanner().scan(stack, progress => seen.push(progress), new AbortController().signal);
  expect(inShort(outcome)).toBe('scanned 10');
  for (const page of outcome.pages) expect(wholeJpeg(page.jpeg)).toMatchObject({ widthPx: 1240, heightPx: 1753 });
  expect(seen.map(({ page }) => page)).toEqual(seen.map(({ page }) => page).toSorted((a, b) => a - b));
  expect(seen.at(-1)?.page).toBe(10);
  expect(await pageFolders()).toEqual([]);
  return 1;
});

proves('slow', async () => {
  await backend.set(pageInHalfASecond);
  const seen: number[] = [];
  const outcome = await scanner().scan(glass, ({ done }) => seen.push(done ?? -1), new AbortController().signal);
  expect(inShort(outcome)).toBe('scanned 1');
  expect(seen.length).toBeGreaterThan(20);
  await backend.set(slowly);
  const hasty = scanner({ delays: { pageMs: 300 } });
  expect(inShort(await scan(hasty, glass))).toBe('failed scanner-silent 0');
  expect(inShort(await scan(hasty, stack))).toBe('failed scanner-silent 0');
  expect(await scanimages(backend.device)).toEqual([]);
  return 3;
});

/** Starts a scan and aborts it as soon as `when` says so. */
async function cancelWhen(each: Scanner, request: typeof glass, when: (progress: ScanProgress) => boolean) {
  const abort = new AbortController();
  return each.scan(request, progress => when(progress) && abort.abort(), abort.signal);
}

proves('cancelled', async () => {
  await backend.set(slowly);
  const each = scanner();
  const outcome = await cancelWhen(each, glass, ({ done }) => (done ?? 0) > 0);
  expect(inShort(outcome)).toBe('cancelled 0');
  expect(await scanimages(backend.device)).toEqual([]);
  await backend.set();
  expect(inShort(await scan(each, glass))).toBe('scanned 1');
  return 1;
});

proves('cancelledFeeder', async () => {
  await backend.set(pageInHalfASecond);
  const outcome = await cancelWhen(scanner(), stack, ({ page, done }) => page === 3 && (done ?? 0) > 0.1);
  expect(inShort(outcome)).toBe('cancelled 2');
  for (const page of outcome.pages) expect(wholeJpeg(page.jpeg)).not.toBeNull();
  expect(await pageFolders()).toEqual([]);
  return 1;
});

proves('killed', async () => {
  await backend.set(slowly);
  const each = scanner();
  let killed = 0;
  const outcome = each.scan(
    glass,
    ({ done }) => {
      if (killed > 0 || (done ?? 0) === 0) return;
      killed += 1;
      void scanimages(backend.device).then(async ([pid]) => {
        await backend.set();
        if (pid !== undefined) process.kill(pid, 'SIGKILL');
      });
    },
    new AbortController().signal,
  );
  expect(inShort(await outcome)).toBe('scanned 1');
  return killed;
});

proves('stubborn', async () => {
  await backend.set(slowly);
  // It starts the real one, and ignores what it is asked.
  const folder: SaneFolder = backend;
  const program = await wrapped(folder, `trap '' INT\nsetsid -w true\n(trap '' INT; scanimage "$@")`);
  const each = scanner({ program, delays: { cancelMs: 200 } });
  const outcome = await cancelWhen(each, glass, ({ done }) => (done ?? 0) > 0);
  expect(inShort(outcome)).toBe('cancelled 0');
  expect(await scanimages(backend.device)).toEqual([]);
  return 1;
});

proves('bridgeKilled', async () => {
  await backend.set(pageInHalfASecond);
  const bridge = await startBridgeWithScan(backend);
  expect(await scanimages(backend.device)).toHaveLength(1);
  await bridge.kill();
  await expect.poll(() => scanimages(backend.device)).toEqual([]);
  expect(await bridge.folders()).toHaveLength(1);
  await backend.set();
  await untilStatus(scanner(), 'ready');
  expect(await bridge.folders()).toEqual([]);
  return 1;
});

proves('notInstalled', async () => {
  const each = scanner({ program: '/nonexistent/scanimage' });
  expect(inShort(await scan(each, glass))).toBe('failed scanner-absent 0');
  expect(each.status).toEqual({ state: 'absent', fault: 'scanner-absent' });
  return 1;
});

proves('unknownDevice', async () => {
  const each = scanner({ device: 'test:1' });
  expect(inShort(await scan(each, glass))).toBe('failed scanner-absent 0');
  expect(each.status).toEqual({ state: 'absent', fault: 'scanner-absent' });
  await backend.set({ number_of_devices: '2' });
  await untilStatus(each, 'ready');
  expect(inShort(await scan(each, glass))).toBe('scanned 1');
  return 1;
});

proves('sanedKilled', async () => {
  const saned = await startSaned('127.66.4.1', slowly);
  try {
    const each = scanner({ ...saned, delays: { silentMs: 1_000 } });
    await untilStatus(each, 'ready');
    const abort = new AbortController();
    let down: Promise<void> | null = null;
    const outcome = await each.scan(
      glass,
      ({ done }) => {
        if ((done ?? 0) > 0) down ??= saned.kill();
      },
      abort.signal,
    );
    expect(outcome.outcome).toBe('failed');
    expect(outcome.pages).toEqual([]);
    await down;
    await untilStatus(each, 'absent scanner-silent');
    await saned.restart();
    await untilStatus(each, 'ready');
    expect(await scanimages(saned.device)).toEqual([]);
    return 1;
  } finally {
    await saned.stop();
  }
});

proves('sanedHangs', async () => {
  const saned = await startSaned('127.66.4.2', slowly);
  try {
    const each = scanner({ ...saned, delays: { silentMs: 500, cancelMs: 200, lookMs: 800 } });
    await untilStatus(each, 'ready');
    let stopped = false;
    const outcome = await each.scan(
      glass,
      ({ done }) => {
        if (stopped || (done ?? 0) === 0) return;
        stopped = true;
        saned.signalGroup('SIGSTOP');
      },
      new AbortController().signal,
    );
    expect(inShort(outcome)).toBe('failed scanner-silent 0');
    await untilStatus(each, 'absent scanner-silent');
    saned.signalGroup('SIGCONT');
    await untilStatus(each, 'ready');
    return 1;
  } finally {
    await saned.stop();
  }
});
