import { sha256Hex } from '../common/canonical-json.ts';
import type { Composed, Generation } from './generation.ts';
import { buildIndex } from './search/build-index.ts';
import type { SearchSource } from './search/search-index.ts';

/** What a terminal serves to its kiosk: the generation, and the index by which it is searched, which it names. */
export interface PackedGeneration {
  generation: Generation;
  /** The bytes that `openIndex` opens; their sha256 is `generation.searchDigest`. */
  searchIndex: Uint8Array;
}

/** @throws Error when the search entries cannot be packed */
export function packGeneration({ search, ...content }: Composed): PackedGeneration {
  const searchIndex = buildIndex(searchSource({ matters: content.matters, search }));
  return { generation: { ...content, searchDigest: sha256Hex(searchIndex) }, searchIndex };
}

/** Where nothing else decides between two matters, the one that is asked for more often comes first. */
export function searchSource({ matters, search }: Pick<Composed, 'matters' | 'search'>): SearchSource {
  const rank = ({ popular = Number.MAX_SAFE_INTEGER }: Composed['matters'][number]): number => popular;
  return { matters: matters.toSorted((a, b) => rank(a) - rank(b)), entries: search };
}
