import { roadKm } from '../../content/model/distance.ts';
import type { Place } from '../../content/model/place.ts';

/** About how far from one place to another by road, in kilometres; null where one of them has no position. */
export function kmBetween(from: Place | undefined, to: Place): number | null {
  if (from?.position === undefined || to.position === undefined) return null;
  return roadKm(from.position, to.position);
}

/** The nearest first, the place itself before all; what has no position comes last, in the order of the content. */
export function byNearness(places: readonly Place[], from: Place | undefined): Place[] {
  const far = (place: Place): number =>
    place.code === from?.code ? -1 : (kmBetween(from, place) ?? Number.POSITIVE_INFINITY);
  return places.toSorted((a, b) => {
    const [first, second] = [far(a), far(b)];
    return first === second ? 0 : first - second;
  });
}
