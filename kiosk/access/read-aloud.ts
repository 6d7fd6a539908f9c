import { lazyScreen } from '../ui/lazy-screen.tsx';

export const readAloud = lazyScreen(async () => (await import('./speech/speech.tsx')).Speech, null);

/** Behind everything the first screens need: its sounds are a few megabytes. */
const afterMs = 6000;

/** Fetches what reads aloud in a quiet moment, so that its switch is answered at once. Returns what calls that off. */
export function preloadReadAloud(): () => void {
  const timer = setTimeout(() => requestIdleCallback(readAloud.preload), afterMs);
  return () => clearTimeout(timer);
}
