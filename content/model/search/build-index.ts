import { bytesOf, joinSections } from './binary.ts';
import type { SearchSource, SourceEntry } from './search-index.ts';
import { spelledUnits } from './units.ts';

/** A unit's number must fit two bytes: a language has far fewer words. */
const mostUnits = 0xffff;

/**
 * Packs what matters are found by. The same source gives the same bytes. Entries of matters that are not in `matters`
 * are left out; a matter's own name comes before its aliases whatever their order was.
 * @throws Error when there are more different words than two bytes can number
 */
export function buildIndex(source: SearchSource): Uint8Array {
  const spelled = new Map<string, ReturnType<typeof spelledUnits>>();
  const order = entriesByMatter(source);
  for (const entry of order.flat()) {
    const key = keyOf(entry);
    if (!spelled.has(key)) spelled.set(key, spelledUnits(entry));
  }
  const units = numbered([...spelled.values()].flat().map(unit => [unit.text, ...unit.readings].join('\t')));
  if (units.size > mostUnits) throw new Error(`${units.size} different words, ${mostUnits} fit an index`);
  const unitRows = [...units.keys()].map(key => key.split('\t'));
  const readings = numbered(unitRows.flatMap(([, ...spellings]) => spellings));

  const textOf = new Map<string, number>();
  const textUnits: number[] = [];
  const textWidths: number[] = [];
  const entryText: number[] = [];
  const entryKind: number[] = [];
  for (const entry of order.flat()) {
    const key = keyOf(entry);
    const known = textOf.get(key);
    // Most texts are met once and in order: zeros, which pack to nothing.
    entryText.push(known === undefined ? 0 : known + 1);
    entryKind.push(entry.kind === 'alias' ? 1 : 0);
    if (known !== undefined) continue;
    textOf.set(key, textOf.size);
    const row = spelled.get(key) ?? [];
    textWidths.push(row.length);
    for (const unit of row) textUnits.push(units.get([unit.text, ...unit.readings].join('\t')) ?? 0);
  }
  const dates = source.matters.flatMap(({ effectiveFrom, cancelledFrom }, at) =>
    effectiveFrom === undefined && cancelledFrom === undefined ? [] : [[at, effectiveFrom ?? '', cancelledFrom ?? '']],
  );
  return joinSections([
    text(unitRows.map(([shown = '']) => shown)),
    text([...readings.keys()]),
    Uint8Array.from(unitRows, row => row.length - 1),
    bytesOf(Uint16Array.from(unitRows.flatMap(([, ...spellings]) => spellings.map(each => readings.get(each) ?? 0)))),
    bytesOf(Uint16Array.from(textWidths)),
    ...planes(textUnits),
    text(source.matters.map(({ id }) => id)),
    bytesOf(Uint16Array.from(order, entries => entries.length)),
    bytesOf(Uint32Array.from(entryText)),
    Uint8Array.from(entryKind),
    new TextEncoder().encode(JSON.stringify(dates)),
  ]);
}

function entriesByMatter({ matters, entries }: SearchSource): SourceEntry[][] {
  const byMatter = Map.groupBy(entries, ({ matterId }) => matterId);
  return matters.map(({ id }) => (byMatter.get(id) ?? []).toSorted((a, b) => rankOf(a) - rankOf(b)));
}

function rankOf({ kind }: SourceEntry): number {
  return kind === 'name' ? 0 : 1;
}

function keyOf({ text, readings }: SourceEntry): string {
  return `${text}\n${readings.map(each => each.join(' ')).join('\n')}`;
}

/** Numbers by how often each occurs: small numbers for what is frequent pack well. */
function numbered(all: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const each of all) counts.set(each, (counts.get(each) ?? 0) + 1);
  const sorted = [...counts].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1));
  return new Map(sorted.map(([each], at) => [each, at]));
}

/** The low bytes of all, then the high ones: each plane packs better than both interleaved. */
function planes(values: readonly number[]): [low: Uint8Array, high: Uint8Array] {
  return [Uint8Array.from(values, value => value & 0xff), Uint8Array.from(values, value => value >> 8)];
}

function text(lines: readonly string[]): Uint8Array {
  return new TextEncoder().encode(lines.join('\n'));
}
