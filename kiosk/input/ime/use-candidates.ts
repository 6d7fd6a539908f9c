import { useEffect, useState } from 'preact/hooks';
import type { Generation } from '../../../content/model/generation.ts';
import { askedWorker } from '../asked-worker.ts';
import type { Candidate } from '../typing.ts';
import type { ImeQuestion } from './ime-worker.ts';

/** The lexicon that the running worker has. */
let sent: Generation['lexicon'] | null = null;
const ime = askedWorker<ImeQuestion, Candidate[]>(
  () => new Worker(new URL('./ime-worker.ts', import.meta.url), { type: 'module' }),
);

async function ask(letters: string, lexicon: Generation['lexicon']): Promise<Candidate[]> {
  const known = sent === lexicon;
  sent = lexicon;
  try {
    return await ime.ask({ letters, lexicon: known ? null : lexicon });
  } catch (error) {
    // The next question starts a new worker, which knows nothing yet.
    sent = null;
    throw error;
  }
}

export interface Candidates {
  /** What they are candidates for: for a moment the letters before. */
  letters: string;
  candidates: readonly Candidate[];
  failed: boolean;
}

const none: Candidates = { letters: '', candidates: [], failed: false };

/** The words for the letters, from the dictionary's worker. It is started at once, so that the first letter finds it ready. */
export function useCandidates(letters: string, lexicon: Generation['lexicon']): Candidates {
  const [answer, setAnswer] = useState(none);
  useEffect(() => {
    let wanted = true;
    ask(letters, lexicon).then(
      candidates => wanted && setAnswer({ letters, candidates, failed: false }),
      () => wanted && setAnswer({ letters, candidates: [], failed: true }),
    );
    return () => {
      wanted = false;
    };
  }, [letters, lexicon]);
  return answer;
}
