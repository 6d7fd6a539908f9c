import type { Generation } from '../../content/model/generation.ts';
import { send } from '../bridge/send.ts';
import { drawingFailed } from '../ui/trouble-boundary.tsx';
import { certificateKinds, chipWords, mostUsed } from './selection.ts';

/** A page in the background gets no frames; its drawing is done by then all the same. */
const withoutFramesMs = 1000;

/**
 * Tells the bridge whether this kiosk could draw the generation: it goes back to the one before when nobody can.
 * `read` gives the generation as the screens read it.
 */
export async function bearWitness(digest: string, read: () => Generation | null): Promise<void> {
  let why: string | null = null;
  const trouble = (event: Event): void => {
    why ??= event instanceof CustomEvent ? String(event.detail) : event.type;
  };
  addEventListener(drawingFailed, trouble);
  try {
    readForHome(read());
    await drawn();
  } catch (error) {
    why ??= String(error);
  } finally {
    removeEventListener(drawingFailed, trouble);
  }
  await send(
    why === null
      ? { type: 'content/shown', digest }
      : { type: 'content/failed', digest, why: String(why).slice(0, 500) },
  );
}

/** What the first screens take from it. */
function readForHome(generation: Generation | null): void {
  if (generation === null) throw new Error('nothing to show');
  mostUsed(generation);
  certificateKinds(generation);
  chipWords(generation, 0);
}

/** Resolves when the screen was drawn anew: the first frame begins it, the second comes after it. */
function drawn(): Promise<void> {
  return new Promise(resolve => {
    setTimeout(resolve, withoutFramesMs);
    requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
  });
}
