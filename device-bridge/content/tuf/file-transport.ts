import { open } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { OriginUnreachable, TooLong, type Transport } from './transport.ts';

/** The same repository as files: a stick, or what a terminal was delivered with. */
export function fileTransport(): Transport {
  return {
    clockAheadMs: null,
    get: async (url, { limitBytes }) => {
      try {
        const file = await open(fileURLToPath(url), 'r');
        try {
          const { size } = await file.stat();
          if (size > limitBytes) throw new TooLong(url, limitBytes);
          return { status: 'found', bytes: await file.readFile(), etag: null };
        } finally {
          await file.close();
        }
      } catch (error) {
        if (error instanceof TooLong) throw error;
        const { code, message } = error as NodeJS.ErrnoException;
        if (code === 'ENOENT' || code === 'ENOTDIR') return { status: 'missing', code: 404 };
        // A stick that was pulled out in the middle.
        throw new OriginUnreachable(`${url}: ${message}`);
      }
    },
    close: () => {},
  };
}
