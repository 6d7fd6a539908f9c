import { expect, test } from 'vitest';
import { inspectPage } from './inspect-page.ts';
import { sheetKinds } from './labelled-contents.test-support.ts';
import { type LabelledPage, labelledPage } from './labelled-pages.test-support.ts';

/** Every kind of page once, each lying and looking a little different; labelled-figures.test-support.ts has all ways. */
const goodPages: LabelledPage[] = [
  { kind: 'form', degrees: 0.3 },
  { kind: 'dense text', degrees: -2.5, lid: 28 },
  { kind: 'letter', degrees: -9, lid: 205 },
  { kind: 'table', noise: 8, dust: 40, streak: true },
  { kind: 'framed form', degrees: 1, shadow: 0.9, shadowMm: 5 },
  { kind: 'copied card', lid: 246, degrees: 5 },
  { kind: 'signature', holes: true, backPrint: 0.1 },
  { kind: 'handwriting', light: 0.7 },
  { kind: 'receipt', lid: 250, paper: 250, degrees: 4 },
  { kind: 'worn receipt', lid: 28 },
  { kind: 'ID card', degrees: -4 },
  { kind: 'photograph', degrees: 5, lid: 28, blurMm: 0.08 },
];

test.each(goodPages)('refuses no good page: $kind', async label => {
  const { problems, measures, widthPx, heightPx } = await inspectPage(labelledPage(label));
  expect(problems).toEqual([]);
  expect(Math.abs(widthPx / heightPx - 210 / 297)).toBeLessThan(0.001);
  if (sheetKinds[label.kind].print || measures.angleFrom === 'sheet')
    expect(Math.abs((measures.angleDegrees ?? 90) - (label.degrees ?? 0))).toBeLessThanOrEqual(0.3);
});

test('finds the corners of a small sheet within a millimetre', async () => {
  const { measures } = await inspectPage(labelledPage({ kind: 'ID card', lid: 28, at: [50, 80] }));
  const corners = (measures.sheetCorners ?? []).map(({ x, y }) => [(x / 150) * 25.4, (y / 150) * 25.4]);
  const expected = [
    [50, 80],
    [136, 80],
    [136, 134],
    [50, 134],
  ];
  const off = expected.map(([x = 0, y = 0], index) =>
    Math.hypot(x - (corners[index]?.[0] ?? 0), y - (corners[index]?.[1] ?? 0)),
  );
  expect(Math.max(...off)).toBeLessThan(1);
});
