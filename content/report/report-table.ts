import { placeClasses } from '../model/code-lists.ts';
import { definitions } from './definitions.ts';
import type { Figure, Report } from './measure.ts';
import { standards } from './minimum-standards.ts';

const longestMissing = 12;

/** The report as lines of text for a terminal window. */
export function reportLines(report: Report): string[] {
  return [
    `${report.asOf}，${report.matters} 个事项，${report.places.length} 个便民服务中心${report.sample ? '（含示例数据）' : ''}`,
    '',
    ...row(['指标', '分子/分母', '比例', '目标', '']),
    ...report.district.flatMap(figure =>
      row([
        definitions[figure.key].name.zh,
        fraction(figure),
        percent(figure.share),
        `≥${percent(figure.target)}`,
        mark(figure.met),
      ]),
    ),
    '',
    ...row([
      '分类',
      '',
      ...report.district.filter(isPerPlace).map(nameOf),
      ...Object.values(standards).map(({ name }) => name.zh),
    ]),
    ...report.classes.flatMap(each =>
      row([
        placeClasses[each.class].zh,
        `${each.places} 个`,
        ...each.figures.filter(isPerPlace).map(cell),
        ...each.standards.map(({ least, reached }) => `${reached}/${each.places} 达到 ${least}`),
      ]),
    ),
    '',
    ...row([
      '网点',
      '',
      ...report.district.filter(isPerPlace).map(nameOf),
      ...Object.values(standards).map(({ name }) => name.zh),
    ]),
    ...report.places.flatMap(place =>
      row([
        place.unit.zh,
        mark(place.met),
        ...place.figures.filter(isPerPlace).map(cell),
        ...place.standards.map(({ value, least, met }) => `${value}/${least} ${mark(met)}`),
      ]),
    ),
    '',
    ...report.district.flatMap(missingLines),
  ];
}

function missingLines({ key, missing }: Figure): string[] {
  if (missing.length === 0) return [];
  const names = missing.map(({ name, places }) => name.zh + (places === undefined ? '' : `（${places.join('、')}）`));
  const more = names.length > longestMissing ? ` …… 共 ${names.length} 个，--json 或 --html 里有全部` : '';
  return [`${definitions[key].name.zh}，还缺：${names.slice(0, longestMissing).join('；')}${more}`];
}

export function isPerPlace({ key }: Figure): boolean {
  return definitions[key].perPlace;
}

function nameOf({ key }: Figure): string {
  return definitions[key].name.zh;
}

function cell(figure: Figure): string {
  return `${fraction(figure)} ${percent(figure.share)} ${mark(figure.met)}`;
}

export function fraction({ numerator, denominator }: Figure): string {
  return `${numerator}/${denominator}`;
}

/** 0.9771 -> 97.7%. Rounded down, so that what misses its target never looks as if it met it. */
export function percent(share: number | null): string {
  return share === null ? '—' : `${Math.floor(share * 1000 + 1e-9) / 10}%`;
}

export function mark(met: boolean): string {
  return met ? '✓' : '✗';
}

const widths = [32, 12, 30, 34, 20, 18, 20];

/** A Chinese character is two columns wide. */
function row(cells: readonly string[]): string[] {
  const padded = cells.map((text, index) => {
    const width = [...text].reduce((sum, character) => sum + (/[\u2e80-\uffef]/.test(character) ? 2 : 1), 0);
    return text + ' '.repeat(Math.max(1, (widths[index] ?? 12) - width));
  });
  return [padded.join('').trimEnd()];
}
