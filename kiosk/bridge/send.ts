import { signal } from '@preact/signals';
import type { Fault } from '../../content/common/faults.ts';
import type { Command } from '../../device-bridge/api/types.ts';
import { alone } from './terminal.ts';

const commandTimeoutMs = 8000;
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
  if (standIn !== null) {
    const fault = standIn.give(command);
    if (fault !== null) showRefusal(fault);
    return Promise.resolve(fault === null);
  }
  const body = JSON.stringify(command);
  const earlier = underWay.get(body);
  if (earlier !== undefined) return earlier;
  const sent = post(body).finally(() => underWay.delete(body));
  underWay.set(body, sent);
  return sent;
}

async function post(body: string): Promise<boolean> {
  let answer: Response;
  try {
    answer = await fetch('/api/command', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      signal: AbortSignal.timeout(commandTimeoutMs),
    });
  } catch {
    return false;
  }
  if (answer.ok) return true;
  const fault = await faultIn(answer);
  // The state that ended the visit is on its way; the citizen need not read about it.
  if (fault !== null && fault.name !== 'visit-over') showRefusal(fault);
  return false;
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
