import { signal } from '@preact/signals';

const minuteMs = 60_000;

/** Now, to the minute: what clocks and opening hours on the screen follow. */
export const minuteNow = signal(Date.now());

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
