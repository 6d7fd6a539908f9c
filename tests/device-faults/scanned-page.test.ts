import { expect } from 'vitest';
import { inspectPage } from '../../device-bridge/devices/scanner/page/inspect-page.ts';
import {
  type LabelledPage,
  labelledPage,
} from '../../device-bridge/devices/scanner/page/labelled-pages.test-support.ts';
import { openWorkshop, stopProcesses } from '../../device-bridge/devices/scanner/page/page-processes.test-support.ts';
import type { ScannedPicture } from '../../device-bridge/devices/scanner/page/page-report.ts';
import { deviceFaultTests } from './prove.ts';
import { scannedPageFaults } from './scanned-page-faults.ts';

const proves = deviceFaultTests(scannedPageFaults);

/** Each page has just this problem, or none. */
async function found(problem: string | null, pages: readonly LabelledPage[]): Promise<number> {
  for (const page of pages) {
    const { problems, measures } = await inspectPage(labelledPage(page));
    expect(problems, JSON.stringify({ page, measures })).toEqual(problem === null ? [] : [problem]);
  }
  return pages.length;
}

proves('blank', async () => {
  await found(null, [{ kind: 'signature' }]);
  return found('page-blank', [
    { kind: 'blank' },
    { kind: 'blank', dust: 120, lid: 28, degrees: 1 },
    { kind: 'blank', backPrint: 0.12, noise: 8 },
    { kind: 'blank', streak: true, holes: true },
  ]);
});

proves('dark', async () => {
  await found(null, [{ kind: 'form', light: 0.7 }]);
  return found('page-too-dark', [
    { kind: 'form', light: 0.45 },
    { kind: 'blank', lid: 20, paper: 20 },
  ]);
});

proves('crooked', () =>
  found('page-skewed', [
    { kind: 'form', degrees: 12 },
    { kind: 'table', degrees: -14, lid: 28 },
  ]),
);

proves('cut', async () => {
  await found(null, [{ kind: 'table', shadow: 0.9, shadowMm: 12 }]);
  return found('page-cut-edge', [
    { kind: 'form', at: [-34, 0] },
    { kind: 'dense text', at: [0, 75.5], lid: 28 },
    { kind: 'receipt', at: [-12, 60], lid: 28 },
  ]);
});

proves('blurred', async () => {
  await found(null, [{ kind: 'letter', blurMm: 0.1, noise: 10 }]);
  return found('page-blurred', [
    { kind: 'dense text', blurMm: 0.5 },
    { kind: 'ID card', blurMm: 0.5, noise: 8 },
    { kind: 'form', movedMm: 1.5 },
  ]);
});

proves('damaged', async () => {
  const good = labelledPage({ kind: 'letter' });
  const huge = good.jpeg.slice();
  const frame = huge.findIndex((byte, index) => byte === 0xff && huge[index + 1] === 0xc0);
  huge.set([0xea, 0x60, 0xea, 0x60], frame + 5);
  const tall = good.jpeg.slice();
  tall.set([0x20, 0], frame + 5);
  const bad = [good.jpeg.subarray(0, 4000), new TextEncoder().encode('HTTP/1.1 404 Not Found'), huge, tall];
  const workshop = openWorkshop();
  try {
    for (const jpeg of bad)
      await expect(workshop.inspect({ jpeg, dpi: 150 })).rejects.toMatchObject({ fault: 'scanner-failed' });
    expect((await workshop.inspect(good)).problems).toEqual([]);
  } finally {
    await workshop.close();
  }
  return bad.length;
});

proves('killed', async () => {
  const good = labelledPage({ kind: 'letter' });
  const workshop = openWorkshop();
  try {
    await workshop.inspect(good);
    const stopped = await stopProcesses();
    const refused = expect(workshop.inspect(good)).rejects.toMatchObject({ fault: 'scanner-failed' });
    stopped.release('SIGSEGV');
    await refused;
    expect((await workshop.inspect(good)).problems).toEqual([]);
  } finally {
    await workshop.close();
  }
  return 1;
});

proves('tooLarge', async () => {
  const pages: ScannedPicture[] = [labelledPage({ kind: 'form' }), labelledPage({ kind: 'dense text' })];
  const workshop = openWorkshop();
  try {
    const bytes = pages.reduce((sum, { jpeg }) => sum + jpeg.length, 0);
    const smaller = await workshop.toPdf(pages, { maxBytes: Math.round(bytes * 0.6) });
    expect(smaller.length).toBeLessThanOrEqual(bytes * 0.6);
    await expect(workshop.toPdf(pages, { maxBytes: 20_000 })).rejects.toMatchObject({ fault: 'scan-too-large' });
  } finally {
    await workshop.close();
  }
  return 2;
});
