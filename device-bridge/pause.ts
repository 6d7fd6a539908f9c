import { setTimeout as delay } from 'node:timers/promises';

/** A wait that an abort cuts short. */
export async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await delay(ms, undefined, { signal }).catch((error: unknown) => {
    if (!signal.aborted) throw error;
  });
}
