import { rm, writeFile } from 'node:fs/promises';
import type { Fetcher } from 'tuf-js';
import { DownloadHTTPError } from 'tuf-js/dist/error.js';
import { OriginUnreachable, type Transport } from './transport.ts';

/** What a transport fetched before: the document as it is now. */
export interface Fetched {
  bytes: Buffer;
  etag: string | null;
}

export interface TufFetcher extends Fetcher {
  /** The library words an origin that went away like one that lies; here is what the transport itself said. */
  readonly failure: OriginUnreachable | null;
  forgetFailure(): void;
  /** Every root that was fetched, by version. */
  readonly roots: ReadonlyMap<number, Buffer>;
  /** The timestamp as it was fetched, with the name the origin gives these bytes. */
  readonly timestamp: Fetched | null;
}

const rootName = /\/(\d+)\.root\.json$/;
const timestampName = /\/timestamp\.json$/;

/**
 * tuf-js' way to the origin. `incoming` is a file for what is on its way; `known` is a timestamp that was just asked
 * for, or the one that is here with its ETag.
 */
export function tufFetcher(options: {
  transport: Transport;
  incoming: string;
  known: (Fetched & { fresh: boolean }) | null;
}): TufFetcher {
  const { transport, incoming, known } = options;
  const roots = new Map<number, Buffer>();
  let failure: OriginUnreachable | null = null;
  let timestamp: Fetched | null = known;

  async function bytesOf(url: string, limitBytes: number): Promise<Buffer> {
    const isTimestamp = timestampName.test(url);
    if (isTimestamp && known?.fresh === true) return known.bytes;
    try {
      const etag = isTimestamp ? (known?.etag ?? null) : null;
      const answer = await transport.get(url, { limitBytes, etag });
      if (answer.status === 'unchanged' && known !== null) return known.bytes;
      if (answer.status !== 'found') return missing(url, answer.status === 'missing' ? answer.code : 304);
      const version = Number(rootName.exec(url)?.[1]);
      if (version > 0) roots.set(version, answer.bytes);
      if (isTimestamp) timestamp = answer;
      return answer.bytes;
    } catch (error) {
      if (error instanceof OriginUnreachable) failure = error;
      throw error;
    }
  }

  function missing(url: string, code: number): never {
    // No next root is the ordinary end of the row of roots; anything else that is missing is the origin's trouble.
    if (!rootName.test(url)) failure = new OriginUnreachable(`${url}: ${code}`);
    throw new DownloadHTTPError(url, code);
  }

  return {
    get failure() {
      return failure;
    },
    forgetFailure: () => {
      failure = null;
    },
    roots,
    get timestamp() {
      return timestamp;
    },
    downloadBytes: bytesOf,
    downloadFile: async (url, limitBytes, use) => {
      try {
        await writeFile(incoming, await bytesOf(url, limitBytes));
        return await use(incoming);
      } finally {
        await rm(incoming, { force: true });
      }
    },
  };
}
