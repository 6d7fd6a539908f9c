import { pause } from '../../pause.ts';

/**
 * Turns a card's photo (WLT, 1024 bytes) into a picture a screen can show (JPEG or PNG), or null when it cannot. Only
 * closed decoders exist; a supplier's can be put in here.
 */
export type PhotoDecoder = (wlt: Uint8Array) => Promise<Uint8Array | null>;

/** Null when it fails, takes longer than `limitMs`, or `signal` aborts: a photo must never keep a card from being read. */
export async function decodePhoto(
  decoder: PhotoDecoder,
  wlt: Uint8Array,
  limitMs: number,
  signal: AbortSignal,
): Promise<Uint8Array | null> {
  const done = new AbortController();
  const limit = pause(limitMs, AbortSignal.any([signal, done.signal])).then(() => null);
  // The decoder is not ours: it gets a copy, and may throw before it returns a promise.
  const decoding = Promise.resolve()
    .then(() => decoder(Uint8Array.from(wlt)))
    .catch(() => null);
  const picture = await Promise.race([decoding, limit]);
  done.abort();
  return picture;
}
