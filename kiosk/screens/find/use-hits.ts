import { useEffect, useState } from 'preact/hooks';
import type { SearchHit } from '../../../content/model/search/search.ts';
import { searchClient } from '../../catalog/search/search.ts';

export interface Hits {
  query: string;
  hits: SearchHit[];
}

export type Finding =
  | { state: 'answered'; answer: Hits }
  /** `before`: what an earlier query found, to stand for the blink until the answer comes. */
  | { state: 'asked'; before: Hits | null }
  /** It takes long enough to be felt. */
  | { state: 'slow' }
  | { state: 'unavailable' };

const mostHits = 30;
/** An answer that comes within this is not waited for by anybody. */
const feltAfterMs = 300;

/** What the query finds. Lives and goes with the screen, and so with the visit. */
export function useHits(query: string, date: string, digest: string): Finding {
  const [answer, setAnswer] = useState<Hits | null>(null);
  const [trouble, setTrouble] = useState<{ query: string; state: 'slow' | 'unavailable' } | null>(null);
  useEffect(() => {
    if (query === '') {
      setAnswer(null);
      return;
    }
    setTrouble(null);
    const slow = setTimeout(() => setTrouble({ query, state: 'slow' }), feltAfterMs);
    const takeBack = searchClient.ask({ query, date, limit: mostHits }, given => {
      clearTimeout(slow);
      if (given === 'unavailable') setTrouble({ query, state: 'unavailable' });
      else {
        setTrouble(null);
        setAnswer({ query, hits: given.hits });
      }
    });
    return () => {
      clearTimeout(slow);
      takeBack();
    };
    // Another index may find something else for the same query.
  }, [query, date, digest]);
  if (trouble?.query === query) return { state: trouble.state };
  if (answer?.query === query) return { state: 'answered', answer };
  return { state: 'asked', before: answer };
}
