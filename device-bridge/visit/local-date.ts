const form = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });

/** The date at the terminal's place as ISO (2026-11-23), whatever time zone the machine is set to. */
export function localDate(now: Date): string {
  return form.format(now);
}
