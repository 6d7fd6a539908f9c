import type { FaultName } from '../../../../content/common/faults.ts';
import { type SheetKindName, sheetKinds } from './labelled-contents.test-support.ts';
import type { LabelledPage } from './labelled-pages.test-support.ts';

/** A page with what must be found on it. */
export interface LabelledCase {
  /** One row of the table of figures. */
  row: string;
  page: LabelledPage;
  /** null: nothing may be found; `any`: too weak or too strange to be judged, only reported. */
  expected: FaultName | null | 'any';
}

const kinds = Object.keys(sheetKinds).filter(kind => kind !== 'blank') as SheetKindName[];
const printed = kinds.filter(kind => sheetKinds[kind].print);
const large = kinds.filter(kind => sheetKinds[kind].wideMm === 210);

function rows(
  row: string,
  expected: LabelledCase['expected'],
  names: readonly SheetKindName[],
  page: Omit<LabelledPage, 'kind'>,
) {
  return names.map((kind, index): LabelledCase => ({ row, expected, page: { kind, seed: 11 + index, ...page } }));
}

/** Lids: white a little brighter than the paper, of the paper's own tone, grey, black. */
const lids = { white: 252, same: 246, grey: 205, black: 28 } as const;

export function labelledSet(): LabelledCase[] {
  const cases: LabelledCase[] = [];
  for (const [name, lid] of Object.entries(lids)) {
    cases.push(...rows(`clean, ${name} lid`, null, kinds, { lid }));
    for (const degrees of [0.3, 1, -2.5, 5])
      cases.push(...rows(`turned ${degrees}, ${name} lid`, null, kinds, { lid, degrees }));
    // Turned by that much, a frame near the edge of A4 leaves a glass of A4.
    const inside = kinds.filter(kind => kind !== 'framed form');
    cases.push(...rows(`turned -9, ${name} lid`, null, inside, { lid, degrees: -9 }));
    cases.push(...rows(`turned -9, ${name} lid`, 'any', ['framed form'], { lid, degrees: -9 }));
    for (const degrees of [12, -14])
      cases.push(...rows(`turned ${degrees}, ${name} lid`, 'page-skewed', printed, { lid, degrees }));
  }
  cases.push(...rows('clean, recycled paper', null, kinds, { paper: 205, lid: 240 }));
  cases.push(...rows('clean, noise 8', null, kinds, { noise: 8 }));
  cases.push(...rows('clean, noise 14', null, kinds, { noise: 14 }));
  cases.push(...rows('clean, dust and a streak', null, kinds, { dust: 40, streak: true }));
  cases.push(...rows('clean, back-print 0.1', null, kinds, { backPrint: 0.1 }));
  cases.push(...rows('clean, binding holes', null, large, { holes: true }));
  for (const shadow of [0.3, 0.6, 0.9])
    for (const shadowMm of [1.5, 5, 12, 25])
      cases.push(...rows(`shadow ${shadow} over ${shadowMm} mm`, null, kinds, { shadow, shadowMm }));
  for (const light of [0.85, 0.7]) cases.push(...rows(`light ${light}`, null, kinds, { light }));
  cases.push(...rows('light 0.6', 'any', kinds, { light: 0.6 }));
  for (const light of [0.45, 0.3, 0.15]) cases.push(...rows(`light ${light}`, 'page-too-dark', kinds, { light }));
  cases.push(...rows('gamma 1.6', null, kinds, { gamma: 1.6 }));
  for (const blurMm of [0.08, 0.12]) cases.push(...rows(`blur ${blurMm} mm`, null, kinds, { blurMm }));
  for (const blurMm of [0.2, 0.25]) cases.push(...rows(`blur ${blurMm} mm`, 'any', kinds, { blurMm }));
  // Of a worn receipt no ink is left then: it is found blank.
  const strong = kinds.filter(kind => kind !== 'worn receipt');
  for (const blurMm of [0.35, 0.5, 0.8]) {
    cases.push(...rows(`blur ${blurMm} mm`, 'page-blurred', strong, { blurMm }));
    cases.push(...rows(`blur ${blurMm} mm`, 'any', ['worn receipt'], { blurMm }));
  }
  cases.push(...rows('moved 1.5 mm', 'page-blurred', printed, { movedMm: 1.5 }));
  cases.push(
    ...rows(
      'blur 0.5 mm, noise 8',
      'page-blurred',
      printed.filter(kind => kind !== 'worn receipt'),
      { blurMm: 0.5, noise: 8 },
    ),
  );
  for (const [name, lid] of [
    ['white', 252],
    ['black', 28],
  ] as const) {
    const cut = (row: string, names: readonly SheetKindName[], at: [number, number]) =>
      cases.push(...rows(`${row}, ${name} lid`, 'page-cut-edge', names, { lid, at }));
    cut('cut left', ['form', 'dense text', 'table'], [-34, 0]);
    cut('cut right', ['form', 'dense text', 'table', 'letter'], [52, 0]);
    cut('cut top', ['dense text', 'table'], [0, -61.7]);
    cut('cut bottom', ['dense text', 'table', 'form'], [0, 75.5]);
    cut('cut left', ['receipt', 'ID card'], [-12, 60]);
  }
  for (const [name, lid] of Object.entries(lids)) {
    cases.push(...rows(`blank, ${name} lid`, 'page-blank', ['blank'], { lid }));
    cases.push(...rows(`blank turned 2, ${name} lid`, 'page-blank', ['blank'], { lid, degrees: 2 }));
  }
  for (const dust of [10, 60, 200]) cases.push(...rows(`blank, dust ${dust}`, 'page-blank', ['blank'], { dust }));
  for (const backPrint of [0.04, 0.08, 0.12])
    cases.push(...rows(`blank, back-print ${backPrint}`, 'page-blank', ['blank'], { backPrint }));
  cases.push(...rows('blank, streak', 'page-blank', ['blank'], { streak: true }));
  cases.push(...rows('blank, binding holes', 'page-blank', ['blank'], { holes: true }));
  cases.push(...rows('blank, noise 14', 'page-blank', ['blank'], { noise: 14 }));
  for (const shadow of [0.5, 0.9])
    cases.push(...rows(`blank, shadow ${shadow}`, 'page-blank', ['blank'], { shadow, shadowMm: 12 }));
  return cases;
}
