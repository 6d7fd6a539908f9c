import qrcode from 'qrcode';
import { codeAddress } from '../../../content/model/code-address.ts';
import type { Generation, ShownMatter } from '../../../content/model/generation.ts';
import type { PackedGeneration } from '../../../content/model/pack-generation.ts';
import { openIndex } from '../../../content/model/search/open-index.ts';
import { createSearcher, type Searcher } from '../../../content/model/search/search.ts';
import type { SearchIndex } from '../../../content/model/search/search-index.ts';
import { allAnswers, situationOf } from '../../../content/model/situation.ts';

/** So many matters are looked for by name, spread evenly: the same ones each time. */
const sampled = 12;
/** A matter must stand among so many answers to its own name. */
const listed = 10;
/** The kiosk draws codes with this correction level. */
const errorCorrectionLevel = 'M';

/**
 * Why a citizen could not use this generation: a matter that cannot be found, a guide that has no code, a code that
 * cannot be drawn. Null when all is well.
 */
export function unfitness({ generation, searchIndex }: PackedGeneration, contentOrigin: string): string | null {
  return unsearchable(generation, searchIndex) ?? withoutCode(generation) ?? undrawable(generation, contentOrigin);
}

/** Looks by the very bytes that the kiosk opens. */
function unsearchable({ matters }: Generation, bytes: Uint8Array): string | null {
  const index = openIndex(bytes);
  const missing = withoutEntries(index);
  if (missing !== undefined) return `${missing} has no search entries`;
  const searcher = createSearcher(index);
  const step = Math.max(1, Math.ceil(matters.length / sampled));
  const lost = matters.filter((_, at) => at % step === 0).find(matter => !isFound(matter, searcher));
  return lost === undefined ? null : `searching its name does not find ${lost.id}`;
}

function withoutEntries({ matters, entryStart }: SearchIndex): string | undefined {
  return matters.find((_, at) => entryStart[at] === entryStart[at + 1])?.id;
}

function isFound({ id, name }: ShownMatter, searcher: Searcher): boolean {
  // Also what is not in force yet, or no more, must have its way in.
  return searcher.search(name.zh, { limit: listed, date: null }).some(({ matterId }) => matterId === id);
}

function withoutCode({ matters, codes }: Generation): string | null {
  for (const matter of matters)
    for (const answers of allAnswers(matter)) {
      const { key } = situationOf(matter, answers);
      if (codes[matter.id]?.[key] === undefined) return `${matter.id} has no QR code for ${key}`;
    }
  return null;
}

/** Whether a text fits is a matter of its length, so the longest address stands for all. */
function undrawable({ codes }: Generation, contentOrigin: string): string | null {
  const addresses = Object.values(codes).flatMap(byKey =>
    Object.values(byKey).map(id => codeAddress(contentOrigin, id)),
  );
  const longest = addresses.reduce((a, b) => (b.length > a.length ? b : a), '');
  if (longest === '') return null;
  try {
    qrcode.create(longest, { errorCorrectionLevel });
    return null;
  } catch (error) {
    return `${longest} does not fit a QR code: ${error instanceof Error ? error.message : error}`;
  }
}
