import qrcode from 'qrcode';
import { codeAddress } from '../../../content/model/code-address.ts';
import type { Generation, ShownMatter } from '../../../content/model/generation.ts';
import { search } from '../../../content/model/search.ts';
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
export function unfitness(generation: Generation, contentOrigin: string): string | null {
  return unsearchable(generation) ?? withoutCode(generation) ?? undrawable(generation, contentOrigin);
}

function unsearchable({ matters, search: entries }: Generation): string | null {
  const indexed = new Set(entries.map(({ matterId }) => matterId));
  const missing = matters.find(({ id }) => !indexed.has(id));
  if (missing !== undefined) return `${missing.id} has no search entries`;
  const step = Math.max(1, Math.ceil(matters.length / sampled));
  const lost = matters.filter((_, at) => at % step === 0).find(matter => !isFound(matter, entries));
  return lost === undefined ? null : `searching its name does not find ${lost.id}`;
}

function isFound({ id, name }: ShownMatter, entries: Generation['search']): boolean {
  return search(entries, name.zh, listed).some(({ matterId }) => matterId === id);
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
