import { signal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import type { Readiness } from '../../../device-bridge/api/types.ts';

const refreshMs = 1000;
const timeoutMs = 5000;

/** What the bridge says of every device, asked for again and again. Null before the first answer. */
export interface Followed {
  readonly readiness: Readiness | null;
  /** The last question was not answered: what is shown is old. */
  readonly lost: boolean;
}

export function useReadiness(): Followed {
  const [followed] = useState(() => signal<Followed>({ readiness: null, lost: false }));
  useEffect(() => {
    const closing = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    async function refresh(): Promise<void> {
      const readiness = await ask(closing.signal);
      if (closing.signal.aborted) return;
      followed.value = { readiness: readiness ?? followed.peek().readiness, lost: readiness === null };
      timer = setTimeout(() => void refresh(), refreshMs);
    }
    void refresh();
    return () => {
      closing.abort();
      clearTimeout(timer);
    };
  }, []);
  return followed.value;
}

async function ask(closing: AbortSignal): Promise<Readiness | null> {
  try {
    const answer = await fetch('/api/readiness', {
      signal: AbortSignal.any([closing, AbortSignal.timeout(timeoutMs)]),
    });
    return answer.ok ? ((await answer.json()) as Readiness) : null;
  } catch {
    return null;
  }
}
