interface Dated {
  effectiveFrom?: string | undefined;
  cancelledFrom?: string | undefined;
}

/** Whether a matter counts on this day (ISO, like 2026-11-23): from its first day up to the day before it is cancelled. */
export function isInForce({ effectiveFrom, cancelledFrom }: Dated, date: string): boolean {
  if (effectiveFrom !== undefined && date < effectiveFrom) return false;
  return cancelledFrom === undefined || date < cancelledFrom;
}
