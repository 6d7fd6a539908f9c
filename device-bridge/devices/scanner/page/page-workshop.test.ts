import { afterEach, expect, test, vi } from 'vitest';
import { labelledPage } from './labelled-pages.test-support.ts';
import { openWorkshop, pageProcesses, stopProcesses } from './page-processes.test-support.ts';
import type { PageWorkshop, WorkshopDelays } from './page-workshop.ts';

const page = labelledPage({ kind: 'form', degrees: 2 });
let workshop: PageWorkshop | null = null;
afterEach(() => workshop?.close());

function opened(delays: Partial<WorkshopDelays> = {}): PageWorkshop {
  workshop = openWorkshop(delays);
  return workshop;
}

test('inspects, straightens and binds pages in a process of its own, that cannot hold up the bridge', async () => {
  const { inspect, straighten, toPdf } = opened();
  await inspect(page);
  const { release } = await stopProcesses();
  let inspected = false;
  const inspecting = inspect(page).then(report => {
    inspected = true;
    return report;
  });
  // The other process stands still and this one goes on: nothing of the work is done here.
  await new Promise(resolve => setImmediate(resolve));
  expect(inspected).toBe(false);
  release('SIGCONT');
  const report = await inspecting;
  expect(report.measures.angleDegrees).toBeCloseTo(2, 1);
  const straight = await straighten(page, report);
  const pdf = await toPdf([straight], { maxBytes: 10_000_000 });
  expect(Buffer.from(pdf.subarray(0, 8)).toString()).toBe('%PDF-1.4');
});

test('starts no process before it is asked, and lets it go when it is idle', async () => {
  const { inspect } = opened({ idleMs: 50 });
  expect(await pageProcesses()).toEqual([]);
  await inspect(page);
  await vi.waitFor(async () => expect(await pageProcesses()).toEqual([]), 10_000);
  expect((await inspect(page)).problems).toEqual([]);
});

test('gives up a call that takes too long, and ends its process', async () => {
  const { inspect } = opened({ pageLimitMs: 1 });
  await expect(inspect(page)).rejects.toMatchObject({ fault: 'scanner-failed' });
  await vi.waitFor(async () => expect(await pageProcesses()).toEqual([]), 5_000);
});

test('passes refusals on and stays open', async () => {
  const { inspect, toPdf } = opened();
  const damaged = { jpeg: page.jpeg.subarray(0, 3000), dpi: 150 };
  await expect(inspect(damaged)).rejects.toMatchObject({ fault: 'scanner-failed' });
  const before = await pageProcesses();
  await expect(toPdf([page], { maxBytes: 5000 })).rejects.toMatchObject({ fault: 'scan-too-large' });
  expect(await pageProcesses()).toEqual(before);
});

test('ends what is under way when it is closed', async () => {
  const closing = opened();
  const refused = expect(closing.inspect(page)).rejects.toMatchObject({ fault: 'scanner-failed' });
  await closing.close();
  await refused;
  await expect(closing.inspect(page)).rejects.toMatchObject({ fault: 'scanner-failed' });
  await vi.waitFor(async () => expect(await pageProcesses()).toEqual([]), 5_000);
});
