import { openIndex } from '../../../content/model/search/open-index.ts';
import { createSearcher, type Searcher } from '../../../content/model/search/search.ts';
import { fetchIndex, readIndex } from './index-store.ts';

/**
 * Opens the index of this digest: the kept one, else the bridge's, which is then kept.
 * @throws Error when neither has it
 */
export async function openSearch(digest: string): Promise<Searcher> {
  const kept = await readIndex(digest);
  if (kept !== null) {
    try {
      return createSearcher(openIndex(kept));
    } catch {
      // Damaged in the store: the bridge has it whole.
    }
  }
  return createSearcher(openIndex(await fetchIndex(digest)));
}
