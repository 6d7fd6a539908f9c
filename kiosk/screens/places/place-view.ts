import type { Calendar } from '../../../content/model/calendar.ts';
import { momentWords, type WindowsNow, windowsNow } from '../../../content/model/opening-hours.ts';
import type { Place } from '../../../content/model/place.ts';
import { kmBetween } from '../../catalog/nearness.ts';
import { distanceWords, placesWords } from '../../locales/places-words.ts';
import type { Speech } from '../../locales/use-words.ts';

/** A place as the list, the map and the card say it. */
export interface PlaceView {
  place: Place;
  own: boolean;
  windows: WindowsNow;
  /** Open until when, or when next. */
  state: string;
  /** 约 6 公里; empty for the own place and where it is not known. */
  distance: string;
}

export function placeViews(
  places: readonly Place[],
  ownPlace: Place | undefined,
  calendars: readonly Calendar[],
  now: number,
  { language }: Pick<Speech, 'language'>,
): PlaceView[] {
  const words = placesWords[language];
  return places.map(place => {
    const windows = windowsNow(place, calendars, now);
    const state = windows.open
      ? words.openNow(windows.until)
      : windows.next === null
        ? words.closedUnknown
        : words.next(momentWords(windows.next, now, language));
    const own = place.code === ownPlace?.code;
    return { place, own, windows, state, distance: own ? '' : distanceWords(kmBetween(ownPlace, place), language) };
  });
}

/** The one that opens first; of several at the same time the first, which is the nearest. */
export function firstToOpen(views: readonly PlaceView[]): PlaceView | undefined {
  const next = ({ windows }: PlaceView): number =>
    windows.open ? Number.NEGATIVE_INFINITY : (windows.next ?? Number.POSITIVE_INFINITY);
  const closed = views.filter(({ windows }) => !windows.open && windows.next !== null);
  return closed.toSorted((a, b) => next(a) - next(b))[0];
}
