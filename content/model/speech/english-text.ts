const ones =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = ' ten twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** A whole number as it is said: 24 -> twenty four, 105 -> one hundred five. Below a thousand million. */
export function englishNumber(value: number): string {
  if (value < 20) return ones[value] ?? '';
  if (value < 100) return joined(tens[Math.floor(value / 10)] ?? '', value % 10);
  for (const [size, name] of [
    [1_000_000, 'million'],
    [1000, 'thousand'],
    [100, 'hundred'],
  ] as const)
    if (value >= size) return joined(`${englishNumber(Math.floor(value / size))} ${name}`, value % size);
  return '';
}

function joined(head: string, rest: number): string {
  return rest === 0 ? head : `${head} ${englishNumber(rest)}`;
}

const rules: readonly [RegExp, (match: string, ...parts: string[]) => string][] = [
  [/[’‘]/g, () => "'"],
  // The number of a paper: letter by letter, figure by figure.
  [
    /\b[A-Z]{2,}(?:-[0-9A-Z]+)+/g,
    code =>
      code
        .split('-')
        .map(part => Array.from(part, codeSign).join(' '))
        .join(', '),
  ],
  [/\*+/g, () => ', '],
  [/(0\d{2,3})-(\d{7,8})/g, (_, area = '', number = '') => `${digitwise(area)}, ${digitwise(number)}`],
  [/(\d)\s*[-–—~]\s*(?=\d)/g, (_, digit = '') => `${digit} to `],
  [/(\d{1,2}):(\d{2})/g, (_, hours, minutes) => clock(Number(hours), Number(minutes))],
  [/(\d)\s*\/\s*(?=\d)/g, (_, digit = '') => `${digit} of `],
  [/(\d)\s*%/g, (_, digit = '') => `${digit} percent`],
  [/(\d),(?=\d{3}(?!\d))/g, (_, digit = '') => digit],
  [/(\d+)\.(\d+)/g, (_, whole, part = '') => ` ${englishNumber(Number(whole))} point ${digitwise(part)} `],
  [/\d{5,}(?!\s*yuan)/g, number => ` ${digitwise(number)} `],
  [/\b((?:19|20)\d\d)\b/g, year => ` ${yearWords(Number(year))} `],
  [/\d+/g, number => ` ${englishNumber(Number(number))} `],
  [/&/g, () => ' and '],
  [/\s+/g, () => ' '],
];

/** Figures, clock times and signs of an English text as words, in small letters. Pure. */
export function spokenEnglish(text: string): string {
  return rules
    .reduce((said, [pattern, say]) => said.replace(pattern, say as (match: string) => string), text)
    .toLowerCase()
    .trim();
}

function clock(hours: number, minutes: number): string {
  const minute = minutes === 0 ? "o'clock" : `${minutes < 10 ? 'oh ' : ''}${englishNumber(minutes)}`;
  return `${englishNumber(hours)} ${minute}`;
}

function yearWords(year: number): string {
  if (year >= 2000 && year < 2010) return englishNumber(year);
  const [century, rest] = [Math.floor(year / 100), year % 100];
  return `${englishNumber(century)} ${rest === 0 ? 'hundred' : `${rest < 10 ? 'oh ' : ''}${englishNumber(rest)}`}`;
}

function digitwise(text: string): string {
  return Array.from(text, each => ones[Number(each)] ?? '').join(' ');
}

function codeSign(sign: string): string {
  return /\d/.test(sign) ? (ones[Number(sign)] ?? '') : sign;
}
