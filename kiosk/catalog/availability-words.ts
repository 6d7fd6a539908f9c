import { momentWords } from '../../content/model/opening-hours.ts';
import type { Speech } from '../locales/use-words.ts';
import type { Tone } from '../ui/tag.tsx';
import type { EndNow } from './availability.ts';

export interface ToneWords {
  tone: Tone;
  words: string;
}

/** A few characters for the end of a row in a list: the end and when, in one. */
export function nearestWords(nearest: EndNow | undefined, { t, language }: Speech, now: number): ToneWords | null {
  if (nearest === undefined) return null;
  const { availability } = t;
  switch (nearest.when) {
    case 'now':
      if (nearest.end === 'terminal') return { tone: 'go', words: availability.printHere };
      return { tone: 'go', words: nearest.end === 'phone' ? availability.phone : availability.web };
    case 'open':
      return { tone: 'go', words: availability.windowOpen };
    case 'closed':
      if (nearest.at === null) return { tone: 'plain', words: availability.windowClosed };
      return { tone: 'later', words: availability.windowAt(momentWords(nearest.at, now, language)) };
    case 'elsewhere':
      return { tone: 'plain', words: availability.elsewhere };
    case 'out-of-order':
      return { tone: 'later', words: availability.notHereNow };
    case 'information':
      return { tone: 'plain', words: availability.information };
  }
}

/** The end by name, and beside it whether it serves now. */
export function endWords(end: EndNow, speech: Speech, now: number): ToneWords & { name: string } {
  return { name: endName(end, speech), ...stateWords(end, speech, now) };
}

function endName(end: EndNow, { t, say }: Speech): string {
  const name = end.name === null ? '' : say(end.name);
  if (end.end === 'terminal') return t.availability.thisTerminal;
  return end.end === 'phone' ? t.availability.phoneEnd(name) : name;
}

function stateWords(end: EndNow, { t, language }: Speech, now: number): ToneWords {
  const { availability } = t;
  switch (end.when) {
    case 'now':
      return { tone: 'go', words: end.end === 'terminal' ? availability.printHereNow : availability.online };
    case 'open':
      return { tone: 'go', words: availability.openUntil(end.until) };
    case 'closed':
      if (end.at === null) return { tone: 'plain', words: availability.ask };
      return { tone: 'later', words: momentWords(end.at, now, language) };
    case 'elsewhere':
      return { tone: 'later', words: availability.elsewhere };
    case 'out-of-order':
      return { tone: 'later', words: availability.notHereNow };
    case 'information':
      return { tone: 'plain', words: end.end === 'terminal' ? availability.guideOnly : availability.information };
  }
}
