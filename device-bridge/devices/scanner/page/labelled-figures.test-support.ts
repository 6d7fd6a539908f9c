import { inspectPage } from './inspect-page.ts';
import { sheetKinds } from './labelled-contents.test-support.ts';
import { labelledPage } from './labelled-pages.test-support.ts';
import { type LabelledCase, labelledSet } from './labelled-set.test-support.ts';
import type { PageReport } from './page-report.ts';

/*
 * node device-bridge/devices/scanner/page/labelled-figures.test-support.ts [pattern of rows]
 * Prints how the whole labelled set is judged: each row, each problem's precision and recall, the error of angles of
 * pages with print, and every page that was judged wrongly. Takes minutes; the tests look at a part of the set.
 */
const pattern = new RegExp(process.argv[2] ?? '');

interface Judged extends LabelledCase {
  report: PageReport;
}

const judged: Judged[] = [];
for (const one of labelledSet().filter(({ row }) => pattern.test(row)))
  judged.push({ ...one, report: await inspectPage(labelledPage(one.page)) });

const right = ({ expected, report }: Judged): boolean =>
  expected === 'any' || report.problems.join() === (expected ?? '');

console.log('row: pages, judged right');
for (const row of new Set(judged.map(one => one.row))) {
  const of = judged.filter(one => one.row === row);
  const any = of.every(({ expected }) => expected === 'any');
  const found = of.map(({ report }) => report.problems.join('+') || 'good');
  console.log(
    `${row}: ${of.length}, ${any ? `either way (${[...new Set(found)].join(', ')})` : of.filter(right).length}`,
  );
}

const firm = judged.filter(({ expected }) => expected !== 'any');
for (const problem of ['page-blank', 'page-too-dark', 'page-skewed', 'page-cut-edge', 'page-blurred'] as const) {
  const labelled = firm.filter(({ expected }) => expected === problem);
  const found = firm.filter(({ report }) => report.problems.includes(problem));
  const both = labelled.filter(({ report }) => report.problems.includes(problem)).length;
  console.log(`${problem}: ${labelled.length} labelled, ${found.length} found, ${both} of them rightly`);
}
const clean = firm.filter(({ expected }) => expected === null);
console.log(`good pages: ${clean.length}, refused ${clean.filter(one => !right(one)).length}`);

const errors = clean
  .filter(({ page }) => sheetKinds[page.kind].print)
  .map(({ page, report }) => Math.abs((report.measures.angleDegrees ?? Number.NaN) - (page.degrees ?? 0)));
const known = errors.filter(error => !Number.isNaN(error)).sort((a, b) => a - b);
const at = (share: number) => known[Math.floor((known.length - 1) * share)]?.toFixed(2);
console.log(`angle of good pages with print: ${errors.length - known.length} without an angle, error in degrees:`);
console.log(`  median ${at(0.5)}, 95 % ${at(0.95)}, most ${at(1)}`);

for (const one of firm.filter(one => !right(one)))
  console.log(
    `wrong: ${one.row}, ${one.page.kind}: ${one.report.problems.join() || 'good'} ${JSON.stringify(one.report.measures)}`,
  );
