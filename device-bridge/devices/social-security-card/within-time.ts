import { pause } from '../../pause.ts';

/** The answer, or 'hung' at its time or when it is given up. A call into a reader's driver may never come back. */
export async function withinTime<T>(answer: Promise<T>, timeoutMs: number, signal: AbortSignal): Promise<T | 'hung'> {
  const over = new AbortController();
  const limit = pause(timeoutMs, AbortSignal.any([signal, over.signal])).then(() => 'hung' as const);
  try {
    return await Promise.race([answer, limit]);
  } finally {
    over.abort();
  }
}
