import type { Sheet } from './sheet.ts';
import { lifeEvents } from './tables/life-events.ts';
import { matters, records, ways } from './tables/matters.ts';
import { agents, counters, notices, openingHours, overlays, phones, places, villages } from './tables/places.ts';
import {
  conditions,
  faq,
  fees,
  legalBasis,
  limits,
  materials,
  options,
  questions,
  steps,
} from './tables/situations.ts';

/** Every sheet of the workbook, in the order of its tabs; a sheet stands after those its rows belong to. */
export const allSheets: readonly Sheet[] = [
  matters,
  ways,
  records,
  questions,
  options,
  materials,
  limits,
  fees,
  steps,
  conditions,
  legalBasis,
  faq,
  lifeEvents,
  places,
  openingHours,
  counters,
  phones,
  agents,
  villages,
  overlays,
  notices,
];
