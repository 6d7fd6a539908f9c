/** One option as `scanimage -A` lists it. Names without dashes: `resolution`, `source`, `x`. */
export interface SaneOption {
  name: string;
  /** What it may be set to; null when that is a range or free. */
  choices: string[] | null;
  range: { min: number; max: number } | null;
  /** mm, pel, dpi, %, ... or empty. */
  unit: string;
  /** Null when it has none now or cannot be read. */
  value: string | null;
  /** Whether it can be set. */
  settable: boolean;
}

const optionLine = /^ {4}(?:--([a-z0-9-]+)|-([ltxy]))(?=[ [])/;
const flags = /(?: \[(?:inactive|advanced|read-only|hardware)\])+$/;
const rangeText = /^(-?\d+(?:\.\d+)?)\.\.(-?\d+(?:\.\d+)?)([a-z%]*)/;
const numberUnit = /^(-?\d+(?:\.\d+)?)([a-z%]*)$/;

/** Reads the text of `scanimage -A` in the C locale. Lines it does not know are passed over; no text makes it throw. */
export function parseOptions(text: string): Map<string, SaneOption> {
  const options = new Map<string, SaneOption>();
  for (const line of text.split('\n')) {
    const option = parseLine(line);
    if (option !== null && !options.has(option.name)) options.set(option.name, option);
  }
  return options;
}

function parseLine(line: string): SaneOption | null {
  const head = optionLine.exec(line);
  const name = head?.[1] ?? head?.[2];
  if (head === null || name === undefined) return null;
  const marks = flags.exec(line)?.[0] ?? '';
  const rest = line.slice(head[0].length, line.length - marks.length);
  // A choice may hold brackets (`24bit Color[Fast]`), but none that follows a space.
  const valueAt = rest.endsWith(']') ? rest.lastIndexOf(' [') : -1;
  const value = valueAt === -1 ? null : rest.slice(valueAt + 2, -1);
  const constraint = (valueAt === -1 ? rest : rest.slice(0, valueAt)).trim();
  const settable = !/inactive|read-only|hardware/.test(marks);
  return { name, value, settable, ...parseConstraint(constraint) };
}

function parseConstraint(text: string): Pick<SaneOption, 'choices' | 'range' | 'unit'> {
  const switchable = /^\[=\((.*)\)\]$/.exec(text)?.[1];
  const range = rangeText.exec(text);
  if (range !== null) {
    return { choices: null, range: { min: Number(range[1]), max: Number(range[2]) }, unit: range[3] ?? '' };
  }
  const choices = (switchable ?? text).split('|').filter(choice => choice !== '' && choice !== 'auto');
  if (choices.length === 0 || choices[0]?.startsWith('<')) return { choices: null, range: null, unit: '' };
  return withoutUnit(choices);
}

/** A list of numbers carries its unit behind the last: `75|150|300dpi`. */
function withoutUnit(choices: string[]): Pick<SaneOption, 'choices' | 'range' | 'unit'> {
  const last = numberUnit.exec(choices.at(-1) ?? '');
  const numbers = choices.slice(0, -1).every(choice => numberUnit.test(choice));
  if (last === null || !numbers) return { choices, range: null, unit: '' };
  return { choices: [...choices.slice(0, -1), last[1] ?? ''], range: null, unit: last[2] ?? '' };
}
