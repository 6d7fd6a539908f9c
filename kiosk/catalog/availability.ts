import type { Fault } from '../../content/common/faults.ts';
import type { Text } from '../../content/common/text.ts';
import type { Calendar } from '../../content/model/calendar.ts';
import type { End } from '../../content/model/code-lists.ts';
import type { ShownMatter } from '../../content/model/generation.ts';
import { type OpeningTimes, windowsNow } from '../../content/model/opening-hours.ts';
import type { Place } from '../../content/model/place.ts';
import type { ServiceView } from '../../device-bridge/api/types.ts';

/** Whether one of the four ends can serve a matter at this moment. */
export type EndNow =
  | { end: End; name: Text | null; when: 'now' }
  /** Windows that are open; until: like 17:00. */
  | { end: 'window'; name: Text | null; when: 'open'; until: string }
  /** Windows that are closed; at: milliseconds since 1970, null when no opening is known. */
  | { end: 'window'; name: Text | null; when: 'closed'; at: number | null }
  /** The windows of this place do not handle it: why not, and the codes of places whose windows do. */
  | { end: 'window'; name: Text | null; when: 'elsewhere'; why: Text; places: readonly string[] }
  /** The service is down: what is wrong. */
  | { end: 'terminal'; name: null; when: 'out-of-order'; fault: Fault }
  /** Only reading about it, or fetching its forms. */
  | { end: End; name: Text | null; when: 'information' };

/** This terminal first, then the nearest ends. Ends that do not serve the matter are left out. */
export function endsNow(
  matter: ShownMatter,
  place: Place | undefined,
  certificates: ServiceView,
  calendars: readonly Calendar[],
  now: number,
): EndNow[] {
  const { terminal, phone, web, window } = matter.ends;
  const result: EndNow[] = [];
  if (terminal?.service === 'certificate') {
    result.push(
      certificates.available
        ? { end: 'terminal', name: null, when: 'now' }
        : { end: 'terminal', name: null, when: 'out-of-order', fault: certificates.fault },
    );
  } else if (terminal !== undefined) result.push({ end: 'terminal', name: null, when: 'information' });
  if (phone !== undefined) result.push({ end: 'phone', name: phone.name, when: online(phone.depth) });
  if (window !== undefined) {
    const name = window.where === undefined ? window.name : joined(window.name, window.where);
    // A window that is not at the centre may keep hours of its own.
    const times: OpeningTimes | undefined =
      window.hours === undefined ? place : { hours: window.hours, holidays: 'closed' };
    result.push(windowNow(name, matter, times, calendars, now));
  }
  if (web !== undefined) result.push({ end: 'web', name: web.name, when: online(web.depth) });
  return result;
}

/** The one thing a list says beside a matter: the nearest end that serves it now, else the next opening. */
export function nearestEnd(ends: readonly EndNow[]): EndNow | undefined {
  const serves = ends.find(end => end.when === 'now' || end.when === 'open');
  return serves ?? ends.find(end => end.when === 'closed' || end.when === 'elsewhere') ?? ends[0];
}

function windowNow(
  name: Text,
  { unavailable }: ShownMatter,
  times: OpeningTimes | undefined,
  calendars: readonly Calendar[],
  now: number,
): EndNow {
  if (unavailable !== undefined)
    return { end: 'window', name, when: 'elsewhere', why: unavailable.why, places: unavailable.elsewhere };
  if (times === undefined) return { end: 'window', name, when: 'closed', at: null };
  const windows = windowsNow(times, calendars, now);
  return windows.open
    ? { end: 'window', name, when: 'open', until: windows.until }
    : { end: 'window', name, when: 'closed', at: windows.next };
}

/** Depth I tells and II hands out forms; from III on the matter itself is handled (national element "online depth"). */
function online(depth: 'I' | 'II' | 'III' | 'IV'): 'now' | 'information' {
  return depth === 'III' || depth === 'IV' ? 'now' : 'information';
}

function joined(name: Text, where: Text): Text {
  return { zh: `${name.zh} ${where.zh}`, en: `${name.en ?? name.zh}, ${where.en ?? where.zh}` };
}
