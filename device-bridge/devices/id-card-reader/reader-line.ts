import type { Duplex } from 'node:stream';
import { closeLine } from '../transport/open-and-close.ts';
import { decodeFrames, emptyDecoder } from './sam-frames.ts';
import { encodeRequest, fitsCommand, parseAnswer, type SamAnswer, type SamCommand } from './sam-protocol.ts';

/** An open line to a reader. One request at a time; `ask` ends with null when no fitting answer came in time. */
export interface ReaderLine {
  ask(command: SamCommand, timeoutMs: number, signal: AbortSignal): Promise<SamAnswer | null>;
  close(timeoutMs: number): Promise<void>;
}

/** Takes a line over. `onLost` is called once when the line ends by itself, never after `close`. */
export function createReaderLine(duplex: Duplex, onLost: () => void): ReaderLine {
  let decoder = emptyDecoder;
  let hear: (answer: SamAnswer) => void = () => {};
  let over = false;

  function lose(): void {
    if (over) return;
    over = true;
    onLost();
  }
  duplex.on('data', (bytes: Uint8Array) => {
    const decoded = decodeFrames(decoder, bytes);
    decoder = decoded.state;
    for (const payload of decoded.payloads) {
      const answer = parseAnswer(payload);
      if (answer !== null) hear(answer);
    }
  });
  for (const event of ['end', 'close', 'error']) duplex.on(event, lose);

  return {
    ask(command, timeoutMs, signal) {
      return new Promise(resolve => {
        // What came before the request cannot answer it.
        decoder = emptyDecoder;
        const timer = setTimeout(() => settle(null), timeoutMs);
        const abandon = () => settle(null);
        function settle(answer: SamAnswer | null): void {
          clearTimeout(timer);
          signal.removeEventListener('abort', abandon);
          hear = () => {};
          resolve(answer);
        }
        hear = answer => {
          if (fitsCommand(command, answer)) settle(answer);
        };
        signal.addEventListener('abort', abandon);
        duplex.write(encodeRequest(command), error => {
          if (error) lose();
        });
      });
    },
    close(timeoutMs) {
      over = true;
      return closeLine(duplex, timeoutMs);
    },
  };
}
