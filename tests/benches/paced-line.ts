import { Duplex } from 'node:stream';

/** Bytes a second of a serial line: ten bits carry one byte (8N1). */
const bytesPerSecond = 115200 / 10;

/** How long so many bytes take on the wire, in milliseconds. */
export function wireMs(bytes: number): number {
  return (bytes / bytesPerSecond) * 1000;
}

export interface PacedLine {
  transport: () => Promise<Duplex>;
  /** Bytes in both directions since the start. */
  bytes(): number;
}

/** A line that takes its time like a real wire: bytes arrive when the last of their chunk would have. */
export function pacedLine(open: () => Promise<Duplex>): PacedLine {
  let bytes = 0;
  return {
    bytes: () => bytes,
    transport: async () => {
      const inner = await open();
      const away = lane(chunk => void inner.write(chunk));
      const back = lane(chunk => void outer.push(chunk));
      const outer = new Duplex({
        read() {},
        write(chunk: Uint8Array, _encoding, done) {
          bytes += chunk.length;
          away(chunk);
          done();
        },
        destroy(error, done) {
          inner.destroy();
          done(error);
        },
      });
      inner.on('data', (chunk: Uint8Array) => {
        bytes += chunk.length;
        back(chunk);
      });
      inner.on('close', () => outer.destroy());
      return outer;
    },
  };
}

/** One direction: a chunk leaves when the one before has gone. */
function lane(deliver: (chunk: Uint8Array) => void): (chunk: Uint8Array) => void {
  let freeAt = 0;
  return chunk => {
    const now = performance.now();
    freeAt = Math.max(freeAt, now) + wireMs(chunk.length);
    setTimeout(() => deliver(chunk), freeAt - now);
  };
}
