import { handles } from '../../model/layers.ts';
import type { Matter } from '../../model/matter.ts';
import type { Place } from '../../model/place.ts';

/** What a place's windows handle, or its terminal does, in the order of the content. */
export function handledAt(place: Place, matters: readonly Matter[]): Matter[] {
  return matters.filter(matter => {
    const { window, terminal } = matter.ends;
    const atTerminal = terminal !== undefined && terminal.service !== 'guide-only';
    return atTerminal || (window !== undefined && handles(place, matter));
  });
}
