import { sha256Hex } from '../../../content/common/canonical-json.ts';
import { compose } from '../../../content/model/compose.ts';
import { packGeneration } from '../../../content/model/pack-generation.ts';
import { type PackedLayer, unpacked } from '../store/packed-layer.ts';
import { unfitness } from './health-check.ts';

/** What is composed for this terminal. */
export interface ComposeFor {
  placeCode: string;
  /** Where phones find the guides; ends in a slash. */
  contentOrigin: string;
}

export type Composition =
  | {
      composed: true;
      /** sha256 of `bytes`, hex. */
      digest: string;
      /** The Generation as JSON: records in the order of their keys, fields in the order of the model. */
      bytes: Uint8Array;
      /** The index by which it is searched, and its sha256, hex. */
      searchIndex: Uint8Array;
      searchDigest: string;
      /** Why it should not be shown; null when it is fit. */
      unfit: string | null;
    }
  /** The disk changed the records (damaged), or they do not make a generation. */
  | { composed: false; damaged: boolean; why: string };

export function composeLayers(layers: readonly PackedLayer[], options: ComposeFor): Composition {
  try {
    const packed = packGeneration(compose(layers.map(unpacked), options.placeCode));
    const bytes = Buffer.from(JSON.stringify(packed.generation));
    const { searchDigest } = packed.generation;
    return {
      ...{ composed: true, digest: sha256Hex(bytes), bytes, searchIndex: packed.searchIndex, searchDigest },
      unfit: unfitness(packed, options.contentOrigin),
    };
  } catch (error) {
    return {
      composed: false,
      damaged: false,
      why: error instanceof Error ? error.message.slice(0, 500) : String(error),
    };
  }
}
