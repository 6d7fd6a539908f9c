import { expect, test } from 'vitest';
import { decodePage, greyPicture } from './decode-page.ts';
import { at } from './grey-picture.ts';
import { inspectPage } from './inspect-page.ts';
import { type LabelledPage, labelledPage } from './labelled-pages.test-support.ts';
import { straightenPage } from './straighten-page.ts';

async function straightened(label: LabelledPage) {
  const page = labelledPage(label);
  const straight = await straightenPage(page, await inspectPage(page));
  const report = await inspectPage(straight);
  const mm = (px: number) => (px / page.dpi) * 25.4;
  return { page, straight, report, wideMm: mm(straight.widthPx), highMm: mm(straight.heightPx) };
}

test('gives a straight page back untouched', async () => {
  const { page, straight } = await straightened({ kind: 'letter' });
  expect(straight.jpeg).toBe(page.jpeg);
});

test.each<LabelledPage>([
  { kind: 'table', degrees: -8, lid: 28 },
  { kind: 'dense text', degrees: 0.6, paper: 210, lid: 240 },
])('puts $kind turned by $degrees degrees straight', async label => {
  const { straight, report, wideMm, highMm } = await straightened(label);
  expect(Math.abs(report.measures.angleDegrees ?? 9)).toBeLessThan(0.3);
  expect(report.problems).toEqual([]);
  expect(straight.dpi).toBe(150);
  expect(wideMm).toBeGreaterThan(205);
  expect(highMm).toBeGreaterThan(290);
});

test.each<[LabelledPage, number, number]>([
  [{ kind: 'ID card', degrees: -4, lid: 28 }, 86, 54],
  [{ kind: 'receipt', degrees: 6 }, 58, 104],
])('crops a small sheet from the glass (%o)', async (label, wide, high) => {
  const { straight, report, wideMm, highMm } = await straightened(label);
  expect(Math.abs(wideMm - wide)).toBeLessThan(2);
  expect(Math.abs(highMm - high)).toBeLessThan(2);
  expect(report.problems).toEqual([]);
  // What lay beside the turned sheet is white now.
  const { picture } = greyPicture(await decodePage(straight.jpeg), straight.dpi);
  const { widthPx, heightPx, grey } = picture;
  const corners = [0, widthPx - 1, (heightPx - 1) * widthPx, heightPx * widthPx - 1].map(index => at(grey, index));
  expect(Math.min(...corners)).toBeGreaterThan(200);
});

test('does not crop to a printed frame, and does not turn a signature', async () => {
  const frame = await straightened({ kind: 'framed form', paper: 246, lid: 246 });
  expect(frame.straight.jpeg).toBe(frame.page.jpeg);
  const signature = await straightened({ kind: 'signature', paper: 246, lid: 246 });
  expect(signature.straight.jpeg).toBe(signature.page.jpeg);
});

test('leaves a page that is too crooked as it is', async () => {
  const { page, straight } = await straightened({ kind: 'letter', degrees: 13 });
  expect(straight.jpeg).toBe(page.jpeg);
});
