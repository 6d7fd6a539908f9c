/** China has one time zone and no summer time, so a machine set to another zone still tells the local time. */
export const chinaOffsetMs = 8 * 60 * 60_000;

export interface ChinaTime {
  year: number;
  /** 1-12 */
  month: number;
  day: number;
  /** 0 Sunday to 6 Saturday */
  weekday: number;
  /** Minutes since local midnight. */
  minutes: number;
}

/** Local time in China at `now` (milliseconds since 1970). */
export function chinaTime(now: number): ChinaTime {
  const local = new Date(now + chinaOffsetMs);
  return {
    year: local.getUTCFullYear(),
    month: local.getUTCMonth() + 1,
    day: local.getUTCDate(),
    weekday: local.getUTCDay(),
    minutes: local.getUTCHours() * 60 + local.getUTCMinutes(),
  };
}

/** Calendar day in China as an ISO date: 2026-11-23. */
export function localDate(at: Date): string {
  return new Date(at.getTime() + chinaOffsetMs).toISOString().slice(0, 10);
}
