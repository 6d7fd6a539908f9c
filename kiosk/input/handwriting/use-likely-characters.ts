import { useEffect, useState } from 'preact/hooks';
import { askedWorker } from '../asked-worker.ts';
import type { HandwritingQuestion } from './handwriting-worker.ts';
import type { Stroke } from './stroke.ts';

const handwriting = askedWorker<HandwritingQuestion, string[]>(
  () => new Worker(new URL('./handwriting-worker.ts', import.meta.url), { type: 'module' }),
);
const mostCharacters = 8;

export interface LikelyCharacters {
  characters: readonly string[];
  failed: boolean;
}

/** What the strokes look like, after each stroke anew. The worker is started before the first. */
export function useLikelyCharacters(strokes: readonly Stroke[]): LikelyCharacters {
  const [answer, setAnswer] = useState<LikelyCharacters>({ characters: [], failed: false });
  useEffect(() => {
    let wanted = true;
    handwriting.ask({ strokes, limit: mostCharacters }).then(
      characters => wanted && setAnswer({ characters, failed: false }),
      () => wanted && setAnswer({ characters: [], failed: true }),
    );
    return () => {
      wanted = false;
    };
  }, [strokes]);
  return answer;
}
