import type { Role } from '../../content/delivery/roles.ts';
import { compose } from '../../content/model/compose.ts';
import type { Generation, ShownMatter } from '../../content/model/generation.ts';
import { isInForce } from '../../content/model/in-force.ts';
import type { Place } from '../../content/model/place.ts';
import type { ShownRecords } from './store/shown-records.ts';

/** One guide as this terminal shows it, from its own records: with what the levels above and the own township laid over it. */
export interface ShownGuide {
  matter: ShownMatter;
  /** Whose guide it is: the level that mends it. */
  owner: Role;
  /** Key of a situation -> id of the guide's QR code. */
  codes: Readonly<Record<string, string>>;
  places: readonly Place[];
  calendars: Generation['calendars'];
}

/** What opening hours follow from. Null: this terminal has no content yet. */
export type Surroundings = { place: Place; calendars: Generation['calendars'] };

export interface GuideSource {
  /** Null when it is not on this terminal, or not in force on `today` (ISO date). */
  guide(matterId: string, today: string): ShownGuide | null;
  surroundings(): Surroundings | null;
}

export function guideSource(records: ShownRecords, placeCode: string): GuideSource {
  const overlays = ['overlay/district', `overlay/${placeCode}`];
  return {
    guide: (matterId, today) => {
      const key = `matter/${matterId}`;
      const owner = records.ownerOf(key);
      if (owner === null) return null;
      const layers = records.layers({ keys: [key, ...overlays], kinds: ['place', 'calendar'] });
      const { matters, codes, places, calendars } = compose(layers, placeCode);
      const matter = matters[0];
      if (matter === undefined || !isInForce(matter, today)) return null;
      return { matter, owner, codes: codes[matterId] ?? {}, places, calendars };
    },
    surroundings: () => {
      const { places, calendars } = compose(
        records.layers({ keys: [`place/${placeCode}`], kinds: ['calendar'] }),
        placeCode,
      );
      const place = places[0];
      return place === undefined ? null : { place, calendars };
    },
  };
}
