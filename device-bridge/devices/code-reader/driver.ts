import type { Duplex } from 'node:stream';
import { pause } from '../../pause.ts';
import { type DeviceIdentity, unknownIdentity } from '../device.ts';
import { closeLine, createOpener } from '../transport/open-and-close.ts';
import { type CodeReaderDelays, codeReaderDelays } from './code-delays.ts';
import { emptySplitter, endCode, type Split, type SplitterState, splitCodes } from './code-splitter.ts';
import { createRepeats } from './repeats.ts';
import type { CodeReader, CodeReaderStatus } from './types.ts';

export interface CodeReaderOptions {
  /** Opens the line; rejects when there is none. */
  transport: () => Promise<Duplex>;
  delays?: CodeReaderDelays;
  /** For the log of staff. What was scanned is never in it. */
  log?: (message: string) => void;
}

/**
 * Drives a QR reader that sends what it sees by itself. It is never asked anything: models have no command in common. So
 * `ready` means that its line is open, and its identity holds no names.
 */
export function createCodeReader(options: CodeReaderOptions): CodeReader {
  const { transport, delays = codeReaderDelays, log = () => {} } = options;
  const statusListeners = new Set<(status: CodeReaderStatus) => void>();
  const codeListeners = new Set<(text: string) => void>();
  const closing = new AbortController();
  const openLine = createOpener({ transport, openMs: delays.openMs, log });
  const repeats = createRepeats(delays.sameMs);
  let status: CodeReaderStatus = { state: 'absent', fault: 'code-reader-absent' };
  let identity: DeviceIdentity | null = null;

  function become(next: CodeReaderStatus): void {
    if (next.state === status.state || closing.signal.aborted) return;
    status = next;
    log(next.state === 'ready' ? 'the line is open' : 'the line is gone');
    for (const listener of statusListeners) listener(next);
  }

  /** Opens, listens until the line ends, and opens again: at once after a line that worked, slowly after one that did not. */
  async function run(): Promise<void> {
    while (!closing.signal.aborted) {
      const line = await openLine();
      const opened = performance.now();
      if (line !== null) {
        identity = unknownIdentity;
        become({ state: 'ready' });
        await listen(line);
      }
      const worked = line !== null && performance.now() - opened > delays.probeMs;
      if (worked) continue;
      become({ state: 'absent', fault: 'code-reader-absent' });
      await pause(delays.probeMs, closing.signal);
    }
  }

  /** Until the line has ended and let go of its port. */
  async function listen(line: Duplex): Promise<void> {
    let splitter: SplitterState = emptySplitter;
    let silence: NodeJS.Timeout | undefined;
    let complained = false;

    function take({ state, codes, dropped }: Split): void {
      splitter = state;
      if (dropped > 0 && !complained) {
        complained = true;
        log('something came that is no code: is the baud rate right?');
      }
      codes.forEach(tell);
    }
    line.on('data', (bytes: Uint8Array) => {
      clearTimeout(silence);
      take(splitCodes(splitter, bytes));
      silence = setTimeout(() => take(endCode(splitter)), delays.pauseMs);
    });
    const over = new AbortController();
    await new Promise<void>(resolve => {
      const end = () => resolve();
      for (const event of ['end', 'close', 'error']) line.on(event, end);
      closing.signal.addEventListener('abort', end, { signal: over.signal });
      if (line.destroyed || closing.signal.aborted) end();
    });
    over.abort();
    clearTimeout(silence);
    await closeLine(line, delays.closeMs);
  }

  function tell(text: string): void {
    if (closing.signal.aborted || repeats.isRepeated(text)) return;
    for (const listener of codeListeners) listener(text);
  }

  const running = run();

  return {
    get status() {
      return status;
    },
    get identity() {
      return identity;
    },
    onStatus(listener) {
      statusListeners.add(listener);
      return () => void statusListeners.delete(listener);
    },
    onCode(listener) {
      codeListeners.add(listener);
      return () => void codeListeners.delete(listener);
    },
    async close() {
      closing.abort();
      repeats.forget();
      await running;
    },
  };
}
