import type { Text } from '../common/text.ts';
import type { Sources } from '../compiler/read-sources.ts';
import { overlayLevel } from '../compiler/source-layers.ts';
import { keysOf, type PlaceClass, placeClasses } from '../model/code-lists.ts';
import type { ShownMatter } from '../model/generation.ts';
import { isInForce } from '../model/in-force.ts';
import { atPlace, withOverlays } from '../model/layers.ts';
import type { Place } from '../model/place.ts';
import { type Definition, definitions, type FigureKey } from './definitions.ts';
import { minimumStandards, type StandardKey, standards } from './minimum-standards.ts';

/** A share against the plan's target. */
export interface Figure {
  key: FigureKey;
  /** Matters for which it holds; of several centres: matters times centres. */
  numerator: number;
  denominator: number;
  /** 0 to 1; null when there is nothing to count. */
  share: number | null;
  target: number;
  met: boolean;
  /** Matters that are wanting, each with the places where it is; of one place without them. */
  missing: { id: string; name: Text; places?: string[] }[];
}

export interface Standard {
  key: StandardKey;
  value: number;
  least: number;
  met: boolean;
}

export interface PlaceReport {
  code: string;
  unit: Text;
  class: PlaceClass;
  figures: Figure[];
  standards: Standard[];
  /** Whether the place reaches what it can do something about: not what is the same in the whole district. */
  met: boolean;
}

export interface ClassReport {
  class: PlaceClass;
  places: number;
  figures: Figure[];
  /** How many places of the class reach each minimum. */
  standards: { key: StandardKey; least: number; reached: number }[];
}

export interface Report {
  /** ISO day for which it counts: matters not in force on it are left out. */
  asOf: string;
  matters: number;
  /** Whether any of it rests on texts that no authority wrote. */
  sample: boolean;
  district: Figure[];
  classes: ClassReport[];
  places: PlaceReport[];
}

/** The plan's figures from checked sources, as of a day. */
export function measure(sources: Sources, asOf: string): Report {
  const matters = sources.matters.map(({ value }) => value).filter(matter => isInForce(matter, asOf));
  const places = sources.places.map(({ value }) => value).sort((a, b) => (a.code < b.code ? -1 : 1));
  const shown = places.map(place => ({ place, matters: shownAt(sources, place, places, matters) }));
  const reports = shown.map(({ place, matters }): PlaceReport => {
    const figures = figureKeys.map(key => figureOf(key, [{ place, matters }], false));
    const own = standardsOf(place);
    const met = [...figures.filter(({ key }) => definitions[key].perPlace), ...own].every(each => each.met);
    return { code: place.code, unit: place.unit, class: place.class, figures, standards: own, met };
  });
  return {
    asOf,
    matters: matters.length,
    sample: matters.some(({ sample }) => sample) || places.some(({ sample }) => sample),
    district: figureKeys.map(key => figureOf(key, shown, true)),
    classes: keysOf(placeClasses).map(kind => {
      const own = shown.filter(({ place }) => place.class === kind);
      return {
        class: kind,
        places: own.length,
        figures: figureKeys.map(key => figureOf(key, own, true)),
        standards: standardKeys.map(key => ({
          key,
          least: minimumStandards[kind][key],
          reached: own.filter(({ place }) => place[key] >= minimumStandards[kind][key]).length,
        })),
      };
    }),
    places: reports,
  };
}

const figureKeys = Object.keys(definitions) as FigureKey[];
const standardKeys = Object.keys(standards) as StandardKey[];

interface Shown {
  place: Place;
  matters: readonly ShownMatter[];
}

/** As a terminal of the place shows them: with the overlays of the district and of the place. */
function shownAt(
  sources: Sources,
  { code }: Place,
  places: readonly Place[],
  matters: Parameters<typeof withOverlays>[0],
) {
  const overlays = ['district', code].flatMap(level =>
    sources.overlays.filter(({ file }) => overlayLevel(file) === level).map(({ value }) => value),
  );
  return atPlace(withOverlays(matters, overlays), places, code);
}

function figureOf(key: FigureKey, all: readonly Shown[], namePlaces: boolean): Figure {
  const { among, counts, target, perPlace }: Definition = definitions[key];
  // What does not differ from place to place is counted once.
  const counted = perPlace ? all : all.slice(0, 1);
  const missing = new Map<string, { id: string; name: Text; places: string[] }>();
  let numerator = 0;
  let denominator = 0;
  for (const { place, matters } of counted)
    for (const matter of matters.filter(among)) {
      denominator++;
      if (counts(matter)) numerator++;
      else {
        const entry = missing.get(matter.id) ?? { id: matter.id, name: matter.name, places: [] };
        entry.places.push(place.unit.zh);
        missing.set(matter.id, entry);
      }
    }
  const share = denominator === 0 ? null : numerator / denominator;
  return {
    ...{ key, numerator, denominator, share, target },
    met: share === null || share >= target,
    missing: [...missing.values()].map(({ places, ...matter }) =>
      namePlaces && perPlace ? { ...matter, places } : matter,
    ),
  };
}

function standardsOf(place: Place): Standard[] {
  return standardKeys.map(key => {
    const least = minimumStandards[place.class][key];
    return { key, value: place[key], least, met: place[key] >= least };
  });
}
