import type { Generation } from '../../content/model/generation.ts';
import { isInForce } from '../../content/model/in-force.ts';
import type { Notice } from '../../content/model/overlay.ts';

/** The generation without the matters that do not count yet or no more on this day; the same one when all count. */
export function inForceOn(generation: Generation, date: string): Generation {
  const hidden = new Set(generation.matters.filter(matter => !isInForce(matter, date)).map(({ id }) => id));
  if (hidden.size === 0) return generation;
  return { ...generation, matters: generation.matters.filter(({ id }) => !hidden.has(id)) };
}

/** What is to be known today, in the order of the content. */
export function noticesOn({ notices }: Generation, date: string): Notice[] {
  return notices.filter(({ from, until }) => from <= date && date <= until);
}
