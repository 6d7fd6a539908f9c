import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const sheet = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8');

/** Colours that a rule of tokens.css gives, by name. */
function coloursOf(selector: string): Record<string, string> {
  const rule = sheet.slice(sheet.indexOf(`${selector} {`)).split('}')[0] ?? '';
  return Object.fromEntries(
    [...rule.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', hex = '']) => [name, hex]),
  );
}

/** Relative luminance of WCAG 2.2. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(at => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [less = 0, more = 0] = [luminance(a), luminance(b)].sort((one, other) => one - other);
  return (more + 0.05) / (less + 0.05);
}

/** What is read, and on what it stands. */
const pairs = [
  ...['ink', 'ink-soft', 'primary'].flatMap(ink => ['ground', 'card'].map(ground => [ink, ground] as const)),
  ...['ink', 'primary-pressed'].map(ink => [ink, 'sunken'] as const),
  ...['primary', 'primary-pressed', 'go', 'go-pressed', 'ink'].map(ground => ['on-primary', ground] as const),
  ...['go', 'later', 'alarm'].map(name => [name === 'alarm' ? name : `${name}-ink`, `${name}-tint`] as const),
  ...['go-ink', 'later-ink', 'alarm'].flatMap(ink => ['ground', 'card'].map(ground => [ink, ground] as const)),
];

const normal = coloursOf(':root');
const high = { ...normal, ...coloursOf(':root[data-contrast="high"]') };
const ratios = (colours: Record<string, string>): [string, number][] =>
  pairs.map(([ink, ground]) => [`${ink} on ${ground}`, contrast(colours[ink] ?? '', colours[ground] ?? '')]);

test('what must be read stands out at 7:1 or better', () => {
  expect(ratios(normal).filter(([, ratio]) => !(ratio >= 7))).toEqual([]);
});

test('in high contrast everything that is read, and every edge, stands out at 10:1 or better', () => {
  const edges = ['line', 'edge'].map((edge): [string, number] => [edge, contrast(high[edge] ?? '', high.card ?? '')]);
  expect([...ratios(high), ...edges].filter(([, ratio]) => !(ratio >= 10))).toEqual([]);
});
