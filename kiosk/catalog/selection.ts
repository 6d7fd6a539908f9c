import type { Generation, ShownMatter } from '../../content/model/generation.ts';
import type { Matter } from '../../content/model/matter.ts';
import type { Place } from '../../content/model/place.ts';
import type { MatterGroup } from './matter-group.ts';

export function matterById(generation: Generation, id: string): ShownMatter | undefined {
  return generation.matters.find(matter => matter.id === id);
}

export function placeByCode(generation: Generation | null, code: string): Place | undefined {
  return generation?.places.find(place => place.code === code);
}

/** Most used first; then, so that a small catalogue still fills the screen, the others in their own order. */
export function mostUsed(generation: Generation): ShownMatter[] {
  const rank = (matter: Matter): number => matter.popular ?? Number.MAX_SAFE_INTEGER;
  return generation.matters.toSorted((a, b) => rank(a) - rank(b));
}

export function mattersOf(generation: Generation, group: MatterGroup): ShownMatter[] {
  return mostUsed(generation).filter(matter => belongs(matter, group));
}

/** How many kinds of certificate this catalogue offers at a terminal. */
export function certificateKinds(generation: Generation | null): number {
  return generation === null ? 0 : certificateMatters(generation).length;
}

/** The matters whose certificate a terminal prints, one of each kind, the most used first. */
export function certificateMatters(generation: Generation): Matter[] {
  const byKind = new Map<string, Matter>();
  for (const matter of mostUsed(generation)) {
    const kind = matter.ends.terminal?.certificate;
    if (kind !== undefined && !byKind.has(kind)) byKind.set(kind, matter);
  }
  return [...byKind.values()];
}

/**
 * Matters for a few chips beside the list of the most used: the ones a short list has no room for come first, then its
 * own again, because people look for the everyday word and not for the name.
 */
export function quickPicks(generation: Generation, listed: number): Matter[] {
  const popular = mostUsed(generation).filter(matter => matter.popular !== undefined);
  return [...popular.slice(listed), ...popular.slice(0, listed)];
}

/** A chip longer than this crowds out the others. */
const longestChip = 7;
/** Shorter than this a word leads anywhere: 医保 is a field of life, 社保证明 is a matter. */
const shortestWord = 3;

/** Everyday words for the chips, those first that people say and the official name does not. */
export function chipWords(generation: Generation, listed: number): { id: string; words: string }[] {
  const chips = quickPicks(generation, listed)
    .map(matter => ({ id: matter.id, words: everydayName(matter), official: matter.name.zh }))
    .filter(({ words }) => words.length <= longestChip);
  const spoken = ({ words, official }: (typeof chips)[number]): boolean =>
    words.length >= shortestWord && !official.includes(words);
  return [...chips.filter(spoken), ...chips.filter(chip => !spoken(chip))].map(({ id, words }) => ({ id, words }));
}

/** What people call it: the everyday name its author put first. */
export function everydayName(matter: Matter): string {
  return matter.aliases[0] ?? matter.name.zh;
}

function belongs(matter: Matter, group: MatterGroup): boolean {
  switch (group.by) {
    case 'field':
      return matter.field === group.id;
    case 'level':
      return matter.level === group.id;
    case 'life-event':
      return matter.lifeEvents.includes(group.id);
    case 'department':
      return matter.department.zh === group.id;
  }
}
