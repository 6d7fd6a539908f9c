/**
 * How readings may be spelled on a keyboard: as they are, or with the sounds that many here do not tell apart. All in
 * one row, those of a reading side by side, the true one first.
 */
export interface Spellings {
  /** Spellings of a reading: start[reading] up to start[reading + 1]. */
  start: Uint32Array;
  reading: Uint16Array;
  /** 1: a sound taken for another. */
  isConfused: Uint8Array;
  /** Letters of a spelling: letters[letterStart[spelling]] up to letterStart[spelling + 1], UTF-16. */
  letterStart: Uint32Array;
  letters: Uint16Array;
  /** First letter -> spellings. */
  byFirst: ReadonlyMap<number, readonly number[]>;
}

/** Pairs of beginnings and of ends of a syllable that sound alike in the dialects around. */
const beginnings = [
  ['zh', 'z'],
  ['ch', 'c'],
  ['sh', 's'],
  ['n', 'l'],
  ['f', 'h'],
] as const;
const endings = [
  ['ing', 'in'],
  ['eng', 'en'],
  ['ang', 'an'],
] as const;
const syllable = /^(zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?([aeiouv][aeiouvng]*)$/;

/** The spellings of a syllable that sound like it to many, without itself; none of what is no syllable. */
export function confusedSpellings(reading: string): string[] {
  const [, beginning = '', ending = ''] = syllable.exec(reading) ?? [];
  if (ending === '') return [];
  const heads = [beginning, ...others(beginnings, beginning)];
  const tails = [ending, ...endings.flatMap(pair => swappedTail(ending, pair))];
  const all = heads.flatMap(head => tails.map(tail => head + tail));
  return [...new Set(all)].filter(each => each !== reading);
}

function others(pairs: readonly (readonly [string, string])[], sound: string): string[] {
  return pairs.flatMap(([a, b]) => (sound === a ? [b] : sound === b ? [a] : []));
}

function swappedTail(ending: string, [long, short]: readonly [string, string]): string[] {
  if (ending.endsWith(long)) return [ending.slice(0, -long.length) + short];
  return ending.endsWith(short) ? [ending.slice(0, -short.length) + long] : [];
}

export function spellingsOf(readings: readonly string[]): Spellings {
  const rows = readings.map(reading => [reading, ...confusedSpellings(reading)]);
  const start = new Uint32Array(rows.length + 1);
  const all: { text: string; reading: number; isConfused: number }[] = [];
  for (const [reading, row] of rows.entries()) {
    for (const [at, text] of row.entries()) all.push({ text, reading, isConfused: at > 0 ? 1 : 0 });
    start[reading + 1] = all.length;
  }
  const letterStart = new Uint32Array(all.length + 1);
  for (const [at, { text }] of all.entries()) letterStart[at + 1] = (letterStart[at] ?? 0) + text.length;
  const letters = new Uint16Array(letterStart[all.length] ?? 0);
  const byFirst = new Map<number, number[]>();
  for (const [spelling, { text }] of all.entries()) {
    for (let at = 0; at < text.length; at++) letters[(letterStart[spelling] ?? 0) + at] = text.charCodeAt(at);
    const first = text.charCodeAt(0);
    const known = byFirst.get(first);
    if (known === undefined) byFirst.set(first, [spelling]);
    else known.push(spelling);
  }
  return {
    ...{ start, letterStart, letters, byFirst },
    reading: Uint16Array.from(all, each => each.reading),
    isConfused: Uint8Array.from(all, each => each.isConfused),
  };
}
