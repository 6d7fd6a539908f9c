import { pause } from '../../pause.ts';
import { lookAt } from './look.ts';
import type { PrinterCondition } from './printer-condition.ts';
import type { PrinterLine } from './printer-line.ts';
import { chunkBytes, type ReceiptDelays } from './receipt-delays.ts';
import { type RunEvent, type RunStep, runReceipt, startRun } from './receipt-run.ts';
import { askSensor, clearAndCut, encodeIdentityQuestion, identityQuestions } from './status-codec.ts';
import type { ReceiptOutcome } from './types.ts';

export interface RunContext {
  line: PrinterLine;
  delays: ReceiptDelays;
  answersStatus: boolean;
  /** A printer that told its model is asked for it again behind the last byte: no noise can say that. */
  model: string | null;
  /** The citizen left: no further byte goes out, but what is out is followed to its end. */
  aborted: AbortSignal;
  /** The driver is being closed: nothing is waited for any more. */
  closed: AbortSignal;
  /** Each look of the run makes the status, too. */
  onLook: (condition: PrinterCondition | null) => void;
}

/** Two answers to GS r: a single stray byte on the line must not pass for the end. */
const endAnswers = 2;
const askModel = encodeIdentityQuestion(identityQuestions.model);

/** Prints `bytes`, which end with GS r 1 as receiptline makes them, and follows them to their end. */
export async function runOnLine(bytes: Uint8Array, context: RunContext): Promise<ReceiptOutcome> {
  const { line, delays, closed, model } = context;
  const left = AbortSignal.any([context.aborted, closed]);
  let bytesOut = false;
  let deadline = Number.POSITIVE_INFINITY;

  async function look(step: Extract<RunStep, { do: 'look' }>, repeated: boolean): Promise<RunEvent> {
    const signal = step.after === 'nothing' ? left : closed;
    if (repeated) await pause(delays.retryMs, signal);
    const condition = await lookAt(line, delays, signal);
    if (signal.aborted) return { type: 'aborted', bytesOut };
    if (line.lost) return { type: 'lost', bytesOut };
    context.onLook(condition);
    return { type: 'looked', condition };
  }

  async function send(): Promise<RunEvent> {
    line.forgetSlow();
    line.expectText(model !== null);
    const whole = Buffer.concat([bytes, askSensor, ...(model === null ? [] : [askModel])]);
    for (let from = 0; from < whole.length; from += chunkBytes) {
      // A turn for what the citizen or the printer did meanwhile.
      await new Promise(resolve => setImmediate(resolve));
      if (left.aborted) return { type: 'aborted', bytesOut };
      if (line.lost) return { type: 'lost', bytesOut };
      bytesOut = true;
      const sent = await line.send(whole.subarray(from, from + chunkBytes), delays.chunkMs, closed);
      if (line.lost) return { type: 'lost', bytesOut };
      if (closed.aborted) return { type: 'aborted', bytesOut };
      if (!sent) return { type: 'stalled', bytesOut };
    }
    deadline = performance.now() + delays.printMs;
    return { type: 'sent' };
  }

  function endIsHeard(): boolean {
    return line.sensors.length >= endAnswers && (model === null || line.texts.includes(model));
  }

  async function awaitEnd(): Promise<RunEvent> {
    const leftMs = deadline - performance.now();
    if (leftMs <= 0) return { type: 'time-up' };
    const heard = await line.until(endIsHeard, Math.min(leftMs, delays.progressMs), closed);
    if (line.lost) return { type: 'lost', bytesOut };
    if (closed.aborted) return { type: 'aborted', bytesOut };
    return { type: heard ? 'end-heard' : 'no-end-yet' };
  }

  let state = startRun(context.answersStatus);
  for (;;) {
    const { step, silentLooks } = state;
    if (step.do === 'end') {
      line.expectText(false);
      if (step.outcome.outcome === 'uncertain' && context.answersStatus)
        await line.send(clearAndCut, delays.answerMs, new AbortController().signal);
      return step.outcome;
    }
    if (line.lost) state = runReceipt(state, { type: 'lost', bytesOut });
    else if (step.do === 'look') state = runReceipt(state, await look(step, silentLooks > 0));
    else if (step.do === 'send') state = runReceipt(state, await send());
    else state = runReceipt(state, await awaitEnd());
  }
}
