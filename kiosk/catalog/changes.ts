import type { Text } from '../../content/common/text.ts';
import type { ShownMatter } from '../../content/model/generation.ts';

const dayMs = 86_400_000;
const shownForDays = 183;

/** A matter with its last change. what: null for a matter that is newly offered. */
export interface Change {
  matter: ShownMatter;
  /** ISO date. */
  on: string;
  what: Text | null;
}

/** What changed in the last half year up to `today` (ISO), the newest first: as its author says it, or that it began. */
export function changesUntil(matters: readonly ShownMatter[], today: string): Change[] {
  const since = new Date(Date.parse(today) - shownForDays * dayMs).toISOString().slice(0, 10);
  return matters
    .flatMap((matter): Change[] => {
      const { changed, effectiveFrom } = matter;
      const told: Change[] = changed === undefined ? [] : [{ matter, on: changed.on, what: changed.what }];
      const began: Change[] = effectiveFrom === undefined ? [] : [{ matter, on: effectiveFrom, what: null }];
      return [...told, ...began].filter(({ on }) => since <= on && on <= today).slice(0, 1);
    })
    .sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0));
}
