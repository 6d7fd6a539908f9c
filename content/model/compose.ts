import { z } from 'zod';
import type { Records } from '../delivery/records.ts';
import { calendarSchema } from './calendar.ts';
import type { Composed, Generation } from './generation.ts';
import { atPlace, withCounters, withOverlays } from './layers.ts';
import { lifeEventSchema } from './life-event.ts';
import { matterSchema } from './matter.ts';
import { type OverlayRecord, overlayRecordSchema } from './overlay.ts';
import { placeSchema } from './place.ts';
import { searchEntrySchema } from './search-entry.ts';
import { type SpeechIndex, speechReferenceSchema } from './speech/speech-reference.ts';

export const matterRecordSchema = z.strictObject({
  matter: matterSchema,
  search: z.array(searchEntrySchema),
  /** Key of each situation -> id of its guide's QR code (content/codes). */
  codes: z.record(z.string(), z.string()).optional(),
  /** The same for the code of its page for companies; only where companies may apply. */
  companyCodes: z.record(z.string(), z.string()).optional(),
});
const lifeEventRecordSchema = z.strictObject({ order: z.int(), lifeEvent: lifeEventSchema });
const lexiconRecordSchema = z.record(z.string(), z.array(z.string()));

/**
 * What a terminal shows, from the records of every role; `layers` in the order city, district, townships: a later one
 * counts over an earlier one. Of the townships' overlays only the one of `placeCode` counts.
 * @throws Error when a record is not what its key says
 */
export function compose(layers: readonly Records[], placeCode: string): Composed {
  const records = new Map(layers.flatMap(layer => [...layer]));
  const sorted = [...records].sort(([a], [b]) => (a < b ? -1 : 1));
  const all = <T>(kind: string, schema: z.ZodType<T>): T[] =>
    sorted.flatMap(([key, text]) => (key.startsWith(`${kind}/`) ? [schema.parse(JSON.parse(text))] : []));
  const matters = all('matter', matterRecordSchema);
  const places = all('place', placeSchema);
  const overlays = ['district', placeCode].flatMap((level): OverlayRecord[] => {
    const text = records.get(`overlay/${level}`);
    return text === undefined ? [] : [overlayRecordSchema.parse(JSON.parse(text))];
  });
  const place = places.find(({ code }) => code === placeCode);
  const counted = withCounters(
    matters.map(({ matter }) => matter),
    place,
  );
  const shown = withOverlays(
    counted,
    overlays.map(({ overlay }) => overlay),
  );
  const known = new Set(shown.map(({ id }) => id));
  const localSearch = overlays.flatMap(({ search }) => search).filter(({ matterId }) => known.has(matterId));
  return {
    formatVersion: 3,
    matters: atPlace(shown, places, placeCode),
    places,
    lifeEvents: all('life-event', lifeEventRecordSchema)
      .sort((a, b) => a.order - b.order)
      .map(({ lifeEvent }) => lifeEvent),
    notices: overlays.flatMap(({ overlay }) => overlay.notices),
    calendars: all('calendar', calendarSchema),
    codes: Object.fromEntries(matters.map(({ matter, codes = {} }) => [matter.id, codes])),
    companyCodes: Object.fromEntries(
      matters.flatMap(({ matter, companyCodes }) => (companyCodes === undefined ? [] : [[matter.id, companyCodes]])),
    ),
    search: [...matters.flatMap(({ search }) => search), ...localSearch],
    lexicon: joinedLexicon(all('lexicon', lexiconRecordSchema)),
    ...speechOf(sorted),
  };
}

/** Where the sounds are. A generation that was published without any says nothing of them. */
function speechOf(records: readonly (readonly [key: string, text: string])[]): Pick<Generation, 'speech'> {
  const matters: SpeechIndex['matters'] = {};
  const shared: SpeechIndex['shared'] = [];
  for (const [key, text] of records) {
    const [kind, id = ''] = key.split('/', 2);
    if (kind === 'speech') matters[id] = speechReferenceSchema.parse(JSON.parse(text));
    if (kind === 'shared-speech') shared.push(speechReferenceSchema.parse(JSON.parse(text)));
  }
  return shared.length === 0 && Object.keys(matters).length === 0 ? {} : { speech: { matters, shared } };
}

function joinedLexicon(parts: readonly Record<string, string[]>[]): Record<string, string[]> {
  const lexicon = new Map<string, string[]>();
  for (const part of parts)
    for (const [key, words] of Object.entries(part))
      lexicon.set(key, [...new Set([...(lexicon.get(key) ?? []), ...words])]);
  return Object.fromEntries([...lexicon].sort(([a], [b]) => (a < b ? -1 : 1)));
}
