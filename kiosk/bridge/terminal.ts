import { computed, signal } from '@preact/signals';
import type { TerminalState } from '../../device-bridge/api/types.ts';
import type { Alone } from './alone/alone.ts';
import { isServed } from './is-served.ts';

/** What the bridge said last, or how the terminal is without it; null before its first word. Only the event stream writes it. */
export const terminal = signal<TerminalState | null>(null);

export type Connection = 'connecting' | 'open' | 'lost';
export const connection = signal<Connection>('connecting');

/** Answers commands while the bridge is gone; null while it is there. */
export const alone = signal<Alone | null>(null);

/** Only the bridge can go on with what is under way, and it does not answer. */
export const waitsForBridge = computed(() => {
  if (connection.value === 'open' || alone.value !== null) return false;
  const visit = terminal.value?.visit;
  if (visit === undefined) return connection.value === 'lost';
  return isServed(visit);
});

export const visitId = computed(() => {
  const visit = terminal.value?.visit;
  return visit === undefined || visit.phase === 'idle' ? null : visit.id;
});
