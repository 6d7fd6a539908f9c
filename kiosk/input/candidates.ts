import type { Generation } from '../../content/model/generation.ts';
import type { Candidate } from './typing.ts';

type Lexicon = Generation['lexicon'];

/**
 * Words for the letters typed so far: those spelled exactly so, then longer ones that begin so, then those that use up
 * the beginning of the letters (shebaozm offers 社保 and leaves zm). Each word once.
 */
export function candidatesFor(lexicon: Lexicon, letters: string, limit: number): Candidate[] {
  if (letters === '') return [];
  const found = new Map<string, Candidate>();
  const offer = (key: string, used: number): void => {
    for (const word of lexicon[key] ?? []) {
      if (!found.has(word)) found.set(word, { word, used });
    }
  };
  if (Object.hasOwn(lexicon, letters)) offer(letters, letters.length);
  for (const key of keysFrom(sortedKeys(lexicon), letters)) {
    if (found.size >= limit) break;
    offer(key, letters.length);
  }
  for (let used = letters.length - 1; used > 0 && found.size < limit; used--) {
    const key = letters.slice(0, used);
    if (Object.hasOwn(lexicon, key)) offer(key, used);
  }
  return [...found.values()].slice(0, limit);
}

const sortedByLexicon = new WeakMap<Lexicon, string[]>();

function sortedKeys(lexicon: Lexicon): string[] {
  const known = sortedByLexicon.get(lexicon);
  if (known !== undefined) return known;
  const keys = Object.keys(lexicon).sort();
  sortedByLexicon.set(lexicon, keys);
  return keys;
}

/** Keys that begin with the prefix, shortest first: what needs the fewest more letters is the likeliest meant. */
function keysFrom(keys: string[], prefix: string): string[] {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((keys[middle] ?? '') < prefix) low = middle + 1;
    else high = middle;
  }
  const result: string[] = [];
  for (let at = low; at < keys.length; at++) {
    const key = keys[at] ?? '';
    if (!key.startsWith(prefix)) break;
    result.push(key);
  }
  return result.sort((a, b) => a.length - b.length);
}
