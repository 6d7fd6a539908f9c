import type { Duplex } from 'node:stream';
import { closeLine } from '../transport/open-and-close.ts';
import { type EarState, freshEar, type Heard, hear } from './status-codec.ts';

/** An open line to a printer. Everything on it ends: by an answer, at its time, by an abort or with the line. */
export interface PrinterLine {
  readonly lost: boolean;
  /** Resolves when the line ends by itself or is closed. */
  readonly ended: Promise<void>;
  /** Answers to DLE EOT since the last `forgetStatuses`. */
  readonly statuses: readonly number[];
  /** Answers to GS r and GS I since the last `forgetSlow`: they come in their turn, so they outlive a look. */
  readonly sensors: readonly number[];
  readonly texts: readonly string[];
  forgetStatuses(): void;
  forgetSlow(): void;
  /** From now on a name may come: see EarState. */
  expectText(expected: boolean): void;
  /** True once `test` holds; false at its time, when aborted, or with the end of the line. */
  until(test: () => boolean, timeoutMs: number, signal: AbortSignal): Promise<boolean>;
  /** Sends one chunk when the printer takes it (XON/XOFF and the line's own flow control). False: not in time, or lost. */
  send(bytes: Uint8Array, timeoutMs: number, signal: AbortSignal): Promise<boolean>;
  close(timeoutMs: number): Promise<void>;
}

/** More answers than any job asks for: what a noisy line goes on saying is not kept. */
const mostAnswers = 16;

export function createPrinterLine(duplex: Duplex): PrinterLine {
  let ear: EarState = freshEar;
  let statuses: number[] = [];
  let sensors: number[] = [];
  let texts: string[] = [];
  let held = false;
  let lost = false;
  const waiting = new Set<() => void>();
  const end = Promise.withResolvers<void>();

  function wake(): void {
    for (const look of [...waiting]) look();
  }
  function lose(): void {
    lost = true;
    end.resolve();
    wake();
  }
  function note(heard: Heard): void {
    if (heard.kind === 'status') keep(statuses, heard.byte);
    else if (heard.kind === 'sensor') keep(sensors, heard.byte);
    else if (heard.kind === 'text') texts.push(heard.text);
    else if (heard.kind === 'flow') held = heard.held;
  }
  duplex.on('data', (bytes: Uint8Array) => {
    const taken = hear(ear, bytes);
    ear = taken.ear;
    for (const heard of taken.heard) note(heard);
    wake();
  });
  for (const event of ['end', 'close', 'error']) duplex.on(event, lose);

  function until(test: () => boolean, timeoutMs: number, signal: AbortSignal): Promise<boolean> {
    return new Promise(resolve => {
      function settle(): void {
        clearTimeout(timer);
        waiting.delete(look);
        signal.removeEventListener('abort', settle);
        resolve(!lost && test());
      }
      function look(): void {
        if (lost || test()) settle();
      }
      const timer = setTimeout(settle, timeoutMs);
      waiting.add(look);
      signal.addEventListener('abort', settle);
      if (signal.aborted) settle();
      else look();
    });
  }

  return {
    get lost() {
      return lost;
    },
    ended: end.promise,
    get statuses() {
      return statuses;
    },
    get sensors() {
      return sensors;
    },
    get texts() {
      return texts;
    },
    forgetStatuses() {
      statuses = [];
    },
    forgetSlow() {
      sensors = [];
      texts = [];
      // A stray XOFF from before must not hold what comes now.
      held = false;
    },
    expectText(expected) {
      ear = { expectsText: expected, text: null };
    },
    until,
    async send(bytes, timeoutMs, signal) {
      const began = performance.now();
      if (!(await until(() => !held, timeoutMs, signal))) return false;
      let taken = false;
      duplex.write(bytes, error => {
        if (error) lose();
        taken = error === null || error === undefined;
        wake();
      });
      return until(() => taken, Math.max(0, timeoutMs - (performance.now() - began)), signal);
    },
    close(timeoutMs) {
      lose();
      return closeLine(duplex, timeoutMs);
    },
  };
}

function keep(answers: number[], byte: number): void {
  if (answers.length < mostAnswers) answers.push(byte);
}
