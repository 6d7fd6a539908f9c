import type { Duplex } from 'node:stream';
import { answersOf, faultOf, type PrinterCondition } from '../printer-condition.ts';
import { identityQuestions, statusQuestions } from '../status-codec.ts';
import { type EscPosOp, parseEscPos } from './esc-pos-parser.ts';
import { createPaperRoll, type PrintedReceipt } from './paper-roll.ts';

/** How the printer misbehaves. Changed while it runs. */
export interface EscPosFaults {
  /** No answer to anything; it may still print. */
  silent: boolean;
  /** No answer to GS r and GS I alone: what is asked in its turn. */
  silentAfterPrinting: boolean;
  /** The print engine hangs, while what is asked in real time is still answered. */
  stalled: boolean;
  delayMs: number;
  /** Bytes before each answer. */
  noise: Uint8Array;
  /** Bytes a write, or null for whole answers. */
  chunkBytes: number | null;
  /** The next cut ends with this error. */
  failNext: 'cutter' | 'recoverable' | 'unrecoverable' | null;
}

export interface EscPosPrinter {
  /** Becomes the peer at this end of a line. Paper, faults and what waits in its buffer outlive a line. */
  attach(end: Duplex): void;
  /** How it is: written by a hand (the dock, a test). */
  readonly condition: PrinterCondition;
  set(change: Partial<PrinterCondition>): void;
  readonly faults: EscPosFaults;
  /** After so many more lines `then` happens, in the middle of a receipt. */
  afterLines(lines: number, then: () => void): void;
  readonly receipts: readonly PrintedReceipt[];
  /** Commands that wait in its buffer. */
  readonly backlog: number;
  /** Null: a model without names. */
  names: Readonly<Record<keyof typeof identityQuestions, string>> | null;
}

/** A receipt printer as it behaves in the field, at the other end of a line: the real driver runs against it. */
export function createEscPosPrinter(): EscPosPrinter {
  const roll = createPaperRoll();
  const faults: EscPosFaults = {
    ...{ silent: false, silentAfterPrinting: false, stalled: false, delayMs: 0, noise: new Uint8Array() },
    ...{ chunkBytes: null, failNext: null },
  };
  let condition: PrinterCondition = {
    ...{ onLine: true, coverOpen: false, paper: 'enough' },
    ...{ cutterError: false, recoverableError: false, unrecoverableError: false },
  };
  let waiting: { op: EscPosOp; from: Duplex }[] = [];
  let alarm: { lines: number; then: () => void } | null = null;
  const printer: EscPosPrinter = {
    attach(end) {
      let rest: Uint8Array = new Uint8Array();
      end.on('error', () => {});
      end.on('data', (bytes: Uint8Array) => {
        const parsed = parseEscPos(rest, bytes);
        rest = parsed.rest;
        for (const op of parsed.ops) receive(op, end);
      });
    },
    get condition() {
      return condition;
    },
    set(change) {
      condition = { ...condition, ...change };
      work();
    },
    faults,
    afterLines(lines, then) {
      alarm = { lines, then };
    },
    receipts: roll.receipts,
    get backlog() {
      return waiting.length;
    },
    names: { manufacturer: 'SIMULATED', model: 'RP-80', firmware: '1.0', serialNumber: 'SIM0001' },
  };

  function receive(op: EscPosOp, from: Duplex): void {
    if (op.op === 'ask-status') {
      const question = statusQuestions[op.number - 1];
      // Off line is what it is while anything stops it.
      const now = { ...condition, onLine: faultOf(condition) === null };
      if (question !== undefined) answer(from, Uint8Array.of(answersOf(now)[question]));
    } else if (op.op === 'clear') waiting = [];
    else if (op.op === 'recover-and-clear') {
      waiting = [];
      printer.set({ recoverableError: false });
    } else {
      waiting.push({ op, from });
      work();
    }
  }

  /** Prints what waits, as long as nothing stops it. */
  function work(): void {
    while (faultOf(condition) === null && !faults.stalled) {
      const first = waiting.shift();
      if (first === undefined) return;
      obey(first.op, first.from);
    }
  }

  function obey(op: EscPosOp, from: Duplex): void {
    if (op.op === 'ask-identity' && !faults.silentAfterPrinting) tellName(op.number, from);
    if (op.op === 'ask-sensor' && !faults.silentAfterPrinting)
      answer(from, Uint8Array.of(condition.paper === 'enough' ? 0b0000 : 0b0011));
    if (op.op === 'cut' && faults.failNext !== null) {
      const failure = faults.failNext;
      faults.failNext = null;
      printer.set({ [`${failure}Error`]: true });
      return;
    }
    if (!roll.print(op) || alarm === null) return;
    alarm.lines -= 1;
    if (alarm.lines > 0) return;
    const { then } = alarm;
    alarm = null;
    then();
  }

  function tellName(number: number, from: Duplex): void {
    for (const key of Object.keys(identityQuestions) as (keyof typeof identityQuestions)[])
      if (identityQuestions[key] === number && printer.names !== null)
        answer(from, Buffer.from(`_${printer.names[key]}\0`, 'latin1'));
  }

  function answer(end: Duplex, bytes: Uint8Array): void {
    if (faults.silent) return;
    const reply = () => send(end, Buffer.concat([faults.noise, bytes]));
    if (faults.delayMs === 0) reply();
    else setTimeout(reply, faults.delayMs);
  }

  function send(end: Duplex, bytes: Uint8Array): void {
    const size = faults.chunkBytes ?? bytes.length;
    for (let from = 0; from < bytes.length && end.writable; from += size) end.write(bytes.subarray(from, from + size));
  }

  return printer;
}
