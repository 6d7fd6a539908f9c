import type { Generation, ShownMatter } from '../../content/model/generation.ts';
import { handles } from '../../content/model/layers.ts';
import type { Place } from '../../content/model/place.ts';
import { byNearness } from './nearness.ts';
import { placeByCode } from './selection.ts';

/** The terminal's own place first, then the nearest. */
export function placesFrom(generation: Generation, ownCode: string): Place[] {
  return byNearness(generation.places, placeByCode(generation, ownCode));
}

const mostElsewhere = 3;

/** A few of the places that do what this one does not, the nearest first. */
export function placesElsewhere(generation: Generation, codes: readonly string[], ownCode: string): Place[] {
  return placesFrom(generation, ownCode)
    .filter(({ code }) => code !== ownCode && codes.includes(code))
    .slice(0, mostElsewhere);
}

/**
 * Whether the windows of a place handle the matter, as far as this terminal can know: of its own place all that is laid
 * over the matter, of the others what they say they handle.
 */
export function handledAt(place: Place, matter: ShownMatter, ownCode: string): boolean {
  if (matter.ends.window === undefined) return false;
  if (place.code === ownCode) return matter.unavailable === undefined;
  if (matter.unavailable !== undefined && matter.unavailable.elsewhere.length > 0)
    return matter.unavailable.elsewhere.includes(place.code);
  return handles(place, matter);
}
