import { effect, signal } from '@preact/signals';
import type { Fault } from '../../content/common/faults.ts';
import type { Command } from '../../device-bridge/api/types.ts';
import type { Alone } from './alone/alone.ts';
import { alone } from './terminal.ts';

const commandTimeoutMs = 8000;
/** A kiosk that has lost its bridge goes on alone within a second or so (event-stream.ts). */
const standInWithinMs = 2500;
const noticeMs = 6000;

/** Why the last command was refused, for a passing line on the screen. */
export const refusal = signal<Fault | null>(null);
let noticeTimer: ReturnType<typeof setTimeout> | undefined;
/** Commands without an answer yet, by their text: a second tap on the same button is the same wish. */
const underWay = new Map<string, Promise<boolean>>();

/**
 * Gives the bridge a command; what comes of it arrives as a new state. True when it was accepted. A refusal is shown;
 * an unreachable bridge is not said here: the event stream notices, and `alone` answers from then on.
 */
export function send(command: Command): Promise<boolean> {
  const standIn = alone.peek();
  if (standIn !== null) return Promise.resolve(giveTo(standIn, command));
  const body = JSON.stringify(command);
  const earlier = underWay.get(body);
  if (earlier !== undefined) return earlier;
  const sent = post(command, body).finally(() => underWay.delete(body));
  underWay.set(body, sent);
  return sent;
}

async function post(command: Command, body: string): Promise<boolean> {
  let answer: Response;
  try {
    answer = await fetch('/api/command', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      signal: AbortSignal.timeout(commandTimeoutMs),
    });
  } catch {
    // Touched in the moment between the bridge's end and the kiosk's going on alone: nothing of it is lost.
    const standIn = await standInSoon();
    return standIn !== null && giveTo(standIn, command);
  }
  if (answer.ok) return true;
  const fault = await faultIn(answer);
  // The state that ended the visit is on its way; the citizen need not read about it.
  if (fault !== null && fault.name !== 'visit-over') showRefusal(fault);
  return false;
}

function giveTo(standIn: Alone, command: Command): boolean {
  const fault = standIn.give(command);
  if (fault !== null) showRefusal(fault);
  return fault === null;
}

function standInSoon(): Promise<Alone | null> {
  return new Promise(resolve => {
    const timer = setTimeout(() => done(null), standInWithinMs);
    const stop = effect(() => {
      const standIn = alone.value;
      if (standIn !== null) queueMicrotask(() => done(standIn));
    });
    function done(standIn: Alone | null): void {
      clearTimeout(timer);
      stop();
      resolve(standIn);
    }
  });
}

export function clearRefusal(): void {
  clearTimeout(noticeTimer);
  refusal.value = null;
}

function showRefusal(fault: Fault): void {
  clearTimeout(noticeTimer);
  refusal.value = fault;
  noticeTimer = setTimeout(clearRefusal, noticeMs);
}

async function faultIn(answer: Response): Promise<Fault | null> {
  try {
    const body = (await answer.json()) as Partial<Fault>;
    return body.citizen !== undefined && body.remedy !== undefined ? (body as Fault) : null;
  } catch {
    return null;
  }
}
