import type { Duplex } from 'node:stream';
import { pause } from '../../pause.ts';
import type { DeviceIdentity } from '../device.ts';
import { createListeners } from '../listeners.ts';
import { createOpener } from '../transport/open-and-close.ts';
import { askIdentity, lookAt } from './look.ts';
import { createPrinterLine, type PrinterLine } from './printer-line.ts';
import { type ReceiptDelays, receiptDelays } from './receipt-delays.ts';
import { type Columns, receiptBytes } from './receipt-render.ts';
import { runOnLine } from './run-effects.ts';
import { recoverAndClear } from './status-codec.ts';
import { nextMove, type StatusTrack, type TrackEvent, track, unknownTrack } from './status-track.ts';
import type { ReceiptOutcome, ReceiptPrinter, ReceiptPrinterStatus } from './types.ts';

export interface ReceiptPrinterOptions {
  /** Opens the line; rejects when there is none. */
  transport: () => Promise<Duplex>;
  /** 48 for paper of 80 mm, 32 for 58 mm. */
  columns?: Columns;
  /**
   * False for a model that answers nothing (a write-only /dev/usb/lp). It counts as ready while its line is open, and
   * its receipts end 'uncertain', as nobody can know: the citizen is asked to look at the slot.
   */
  answersStatus?: boolean;
  delays?: ReceiptDelays;
  /** For the log of staff: nothing personal. */
  log?: (message: string) => void;
}

interface Job {
  bytes: Uint8Array;
  aborted: AbortSignal;
  done: (outcome: ReceiptOutcome) => void;
}

/** Drives an ESC/POS receipt printer. It opens the line at once, keeps it open and looks at the printer every second. */
export function createReceiptPrinter(options: ReceiptPrinterOptions): ReceiptPrinter {
  const { transport, columns = 48, answersStatus = true, delays = receiptDelays, log = () => {} } = options;
  const closing = new AbortController();
  const listeners = createListeners<ReceiptPrinterStatus>();
  const openLine = createOpener({ transport, openMs: delays.openMs, log });
  let tracked: StatusTrack = unknownTrack;
  let identity: DeviceIdentity | null = null;
  let waiting: Job | null = null;
  /** Cuts the pause of the one loop below short. */
  let nudge = new AbortController();
  let turns: Promise<unknown> = Promise.resolve();

  function note(event: TrackEvent): void {
    const before = tracked.status;
    tracked = track(tracked, event);
    if (JSON.stringify(before) === JSON.stringify(tracked.status)) return;
    log(`status: ${'fault' in tracked.status ? tracked.status.fault : tracked.status.state}`);
    listeners.tell(tracked.status);
  }

  async function keep(): Promise<void> {
    while (!closing.signal.aborted) {
      const duplex = await openLine();
      if (duplex === null) note({ type: 'no-line' });
      else {
        const line = createPrinterLine(duplex);
        void line.ended.then(() => nudge.abort());
        await serve(line);
        if (line.lost && !closing.signal.aborted) note({ type: 'lost' });
        await line.close(delays.closeMs);
      }
      if (nextMove(tracked) === 'probe') await rest(delays.probeMs);
    }
  }

  /** Until the line is lost, must be opened anew, or the driver is closed. */
  async function serve(line: PrinterLine): Promise<void> {
    let asked = !answersStatus;
    while (!closing.signal.aborted && !line.lost) {
      if (waiting !== null) await runJob(line, waiting);
      else if (answersStatus) await look(line);
      else note({ type: 'answers-nothing' });
      if (line.lost || closing.signal.aborted) return;
      if (!asked && tracked.failures === 0 && tracked.status.state === 'ready') {
        asked = true;
        identity = (await askIdentity(line, delays, closing.signal)) ?? identity;
      }
      if (await move(line)) return;
    }
  }

  async function look(line: PrinterLine): Promise<void> {
    const condition = await lookAt(line, delays, closing.signal);
    if (!line.lost && !closing.signal.aborted) note({ type: 'looked', condition });
  }

  /** What the ladder asks for. True: give this line up. */
  async function move(line: PrinterLine): Promise<boolean> {
    const next = nextMove(tracked);
    if (next === 'reopen' || next === 'probe') return true;
    if (next === 'reset' || next === 'recover') {
      log(`recovering: ${next}`);
      await line.send(recoverAndClear, delays.answerMs, closing.signal);
    }
    if (waiting === null) await rest(next === 'poll' || next === 'recover' ? delays.pollMs : delays.retryMs);
    return false;
  }

  function rest(ms: number): Promise<void> {
    nudge = new AbortController();
    return pause(ms, AbortSignal.any([nudge.signal, closing.signal]));
  }

  async function runJob(line: PrinterLine, job: Job): Promise<void> {
    waiting = null;
    const outcome = await runOnLine(job.bytes, {
      line,
      delays,
      answersStatus,
      model: identity?.model ?? null,
      aborted: job.aborted,
      closed: closing.signal,
      onLook: condition => note({ type: 'looked', condition }),
    });
    log(`receipt: ${outcome.outcome}${'fault' in outcome ? ` ${outcome.fault}` : ''}`);
    job.done(outcome);
  }

  /** Hands the job to the loop, and takes it back when the loop has no line for it in time. */
  function takeTurn(bytes: Uint8Array, aborted: AbortSignal): Promise<ReceiptOutcome> {
    if (aborted.aborted || closing.signal.aborted)
      return Promise.resolve({ outcome: 'failed', fault: 'receipt-cancelled' });
    const given = Promise.withResolvers<ReceiptOutcome>();
    const job: Job = { bytes, aborted, done: given.resolve };
    const over = new AbortController();
    waiting = job;
    nudge.abort();
    void pause(delays.turnMs, AbortSignal.any([aborted, closing.signal, over.signal])).then(() => {
      if (waiting !== job) return;
      waiting = null;
      const left = aborted.aborted || closing.signal.aborted;
      const { status } = tracked;
      given.resolve({
        outcome: 'failed',
        fault: left ? 'receipt-cancelled' : 'fault' in status ? status.fault : 'receipt-printer-silent',
      });
    });
    return given.promise.finally(() => over.abort());
  }

  const keeping = keep();

  return {
    columns,
    get status() {
      return tracked.status;
    },
    get identity() {
      return identity;
    },
    onStatus: listeners.add,
    print(document, signal) {
      const bytes = receiptBytes(document, columns);
      const turn = turns.then(() => takeTurn(bytes, signal));
      turns = turn;
      return turn;
    },
    async close() {
      closing.abort();
      listeners.clear();
      await keeping;
    },
  };
}
