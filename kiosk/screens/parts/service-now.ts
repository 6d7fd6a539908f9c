import { momentWords, windowsNow } from '../../../content/model/opening-hours.ts';
import type { ServicesView } from '../../../device-bridge/api/types.ts';
import { useTerminal } from '../../bridge/use-terminal.ts';
import { calendars, catalog } from '../../catalog/catalog.ts';
import { placeByCode } from '../../catalog/selection.ts';
import { minuteNow } from '../../frame/clock.ts';
import type { Speech } from '../../locales/use-words.ts';

/** A service before it is touched: it works, or why not and where else, in words. */
export type ServiceNow = { works: true } | { works: false; why: string; elsewhere: string };

/** Null: this terminal is not fitted for it, so it is not offered at all. */
export function useService(service: keyof ServicesView, speech: Speech): ServiceNow | null {
  const view = useTerminal().services[service];
  const windows = useWindows(speech);
  if (view === null) return null;
  if (view.available) return { works: true };
  const { citizen, remedy } = view.fault;
  // Only what is paid for with a walk needs the hours of the windows; for the rest the way round is in the remedy.
  const elsewhere = service === 'certificates' ? windows : speech.say(remedy);
  return { works: false, why: speech.say(citizen), elsewhere };
}

/** When the windows of this place are open, and the phone's app, which always is. */
function useWindows({ t, language }: Speech): string {
  const place = placeByCode(catalog.value, useTerminal().terminal.placeCode);
  const windows =
    place === undefined ? { open: false as const, next: null } : windowsNow(place, calendars.value, minuteNow.value);
  const window = windows.open
    ? t.availability.windowOpen
    : windows.next === null
      ? t.availability.windowClosed
      : t.availability.windowAt(momentWords(windows.next, minuteNow.value, language));
  return t.home.elsewhere(window);
}
