import { computed, signal } from '@preact/signals';
import { localDate } from '../../content/common/local-date.ts';

const minuteMs = 60_000;

/** Now, to the minute: what clocks and opening hours on the screen follow. */
export const minuteNow = signal(Date.now());

/** The calendar day in China (ISO): what dates of guides and notices follow. */
export const today = computed(() => localDate(new Date(minuteNow.value)));

/** Ticks just after each full minute. Returns what stops it. */
export function keepClock(): () => void {
  let timer: ReturnType<typeof setTimeout>;
  function tick(): void {
    minuteNow.value = Date.now();
    timer = setTimeout(tick, minuteMs - (Date.now() % minuteMs) + 20);
  }
  tick();
  return () => clearTimeout(timer);
}
