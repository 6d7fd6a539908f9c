import { attemptsSoFar, clearAttempts, nextAttempt, repairPage } from './repair.ts';
import { brokenPage, nobodyThere, pageUp } from './signs.ts';

/**
 * Stands outside everything else, with a script of its own. When the kiosk does not come up (a worker that serves half a
 * version, a store that breaks the start) or cannot draw itself, the page is loaded again: first as it is, then without
 * its worker, caches and store. Until then the citizen reads words and a number to call, not a button that does nothing.
 */
const delays = { comesUpMs: 10_000, afterErrorMs: 4_000, drawAgainMs: 10_000 } as const;

let up = false;
let begun = false;
const notUp = setTimeout(() => again(0), delays.comesUpMs);
if (attemptsSoFar() > 0) sayOneMoment(true);

addEventListener(pageUp, () => {
  up = true;
  clearTimeout(notUp);
  clearAttempts();
  sayOneMoment(false);
});
// In the capture phase: a script that cannot be loaded tells nobody else.
addEventListener(
  'error',
  () => {
    if (!up) again(delays.afterErrorMs);
  },
  true,
);
addEventListener(brokenPage, () => again(delays.drawAgainMs));

/** Code of this version is neither kept nor to be had any more. The present citizen has words on the screen; then it is mended. */
let stale = false;
addEventListener('vite:preloadError', () => {
  stale = true;
});
addEventListener(nobodyThere, () => {
  if (stale) again(0);
});

function again(inMs: number): void {
  if (begun) return;
  begun = true;
  sayOneMoment(true);
  const { deep, waitMs } = nextAttempt();
  setTimeout(() => void repairPage(deep), inMs + waitMs);
}

/** The page as it was built carries these words, hidden. */
function sayOneMoment(say: boolean): void {
  document.getElementById('not-up')?.toggleAttribute('hidden', !say);
}
