import type { Duplex } from 'node:stream';
import { pause } from '../../pause.ts';

export interface OpenerOptions {
  /** Opens the line; rejects when there is none. */
  transport: () => Promise<Duplex>;
  /** How long that may take. */
  openMs: number;
  /** Why it cannot be opened (not permitted, held by another program, not there) is told once, not at every attempt. */
  log: (message: string) => void;
}

/** Gives a function that opens a line within its time, or null. A line that opens later is let go. */
export function createOpener({ transport, openMs, log }: OpenerOptions): () => Promise<Duplex | null> {
  let told: string | null = null;
  function tell(why: string): null {
    if (why !== told) log(`the line cannot be opened: ${why}`);
    told = why;
    return null;
  }
  return async () => {
    const opening = transport();
    const over = new AbortController();
    const late = pause(openMs, over.signal).then(() => undefined);
    try {
      const opened = await Promise.race([opening, late]);
      if (opened !== undefined) {
        told = null;
        return opened;
      }
      void opening.then(
        line => line.destroy(),
        () => {},
      );
      return tell('no answer in time');
    } catch (error) {
      return tell(error instanceof Error ? error.message : String(error));
    } finally {
      over.abort();
    }
  };
}

/** Ends a line and waits until it has let go of the port, but not for ever: a dead USB bridge may never let go. */
export async function closeLine(line: Duplex, closeMs: number): Promise<void> {
  if (line.closed) return;
  const over = new AbortController();
  line.once('close', () => over.abort());
  line.destroy();
  await pause(closeMs, over.signal);
}
