import { sha256Hex } from '../../../content/common/canonical-json.ts';
import { compose } from '../../../content/model/compose.ts';
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
      /** Why it should not be shown; null when it is fit. */
      unfit: string | null;
    }
  /** The disk changed the records (damaged), or they do not make a generation. */
  | { composed: false; damaged: boolean; why: string };

export function composeLayers(layers: readonly PackedLayer[], options: ComposeFor): Composition {
  try {
    const generation = compose(layers.map(unpacked), options.placeCode);
    const bytes = Buffer.from(JSON.stringify(generation));
    return { composed: true, digest: sha256Hex(bytes), bytes, unfit: unfitness(generation, options.contentOrigin) };
  } catch (error) {
    return {
      composed: false,
      damaged: false,
      why: error instanceof Error ? error.message.slice(0, 500) : String(error),
    };
  }
}
