import { canonicalJson } from '../common/canonical-json.ts';
import { isValues } from './values.ts';

/** Which entry of the new list is which of the old: null where there is none. In the order of the new list, then what is gone. */
export interface Pair {
  old: number | null;
  next: number | null;
}

/** Entries with an id are the same wherever they stand; others are told by what they say and where. */
export function align(old: readonly unknown[], next: readonly unknown[]): Pair[] {
  const pairs = haveIds(old) && haveIds(next) ? byId(old, next) : byContent(old, next);
  const kept = new Set(pairs.map(pair => pair.old));
  return [...pairs, ...old.flatMap((_, index) => (kept.has(index) ? [] : [{ old: index, next: null }]))];
}

export function idOfItem(item: unknown): string | null {
  if (!isValues(item)) return null;
  const id = item.id ?? item.code ?? item.matter;
  return typeof id === 'string' ? id : null;
}

function haveIds(items: readonly unknown[]): boolean {
  const ids = new Set(items.map(idOfItem));
  return ids.size === items.length && !ids.has(null);
}

function byId(old: readonly unknown[], next: readonly unknown[]): Pair[] {
  const places = new Map(old.map((item, index) => [idOfItem(item), index]));
  return next.map((item, index) => ({ old: places.get(idOfItem(item)) ?? null, next: index }));
}

/** Equal entries in their common order; what lies between two of them is paired from the top. */
function byContent(old: readonly unknown[], next: readonly unknown[]): Pair[] {
  const equal = commonOrder(old.map(canonicalJson), next.map(canonicalJson));
  const pairs: Pair[] = [];
  let at = { old: 0, next: 0 };
  for (const stop of [...equal, { old: old.length, next: next.length }]) {
    for (let index = at.next; index < stop.next; index++) {
      const before = at.old + index - at.next;
      pairs.push({ old: before < stop.old ? before : null, next: index });
    }
    if (stop.next < next.length) pairs.push(stop);
    at = { old: stop.old + 1, next: stop.next + 1 };
  }
  return pairs;
}

/** Longest common subsequence: the places of equal entries, in both lists in order. */
export function commonOrder(old: readonly string[], next: readonly string[]): { old: number; next: number }[] {
  let start = 0;
  while (start < old.length && start < next.length && old[start] === next[start]) start++;
  let end = 0;
  while (end < old.length - start && end < next.length - start && old.at(-1 - end) === next.at(-1 - end)) end++;
  const a = old.slice(start, old.length - end);
  const b = next.slice(start, next.length - end);
  const width = b.length + 1;
  const lengths = new Uint32Array((a.length + 1) * width);
  const lengthAt = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      lengths[i * width + j] =
        a[i] === b[j] ? lengthAt(i + 1, j + 1) + 1 : Math.max(lengthAt(i + 1, j), lengthAt(i, j + 1));
  const found = Array.from({ length: start }, (_, index) => ({ old: index, next: index }));
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) found.push({ old: start + i++, next: start + j++ });
    else if (lengthAt(i + 1, j) >= lengthAt(i, j + 1)) i++;
    else j++;
  }
  for (let back = end; back > 0; back--) found.push({ old: old.length - back, next: next.length - back });
  return found;
}
