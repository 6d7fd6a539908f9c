import { computed, signal } from '@preact/signals';
import type { TerminalState } from '../../device-bridge/api/types.ts';

/** What the bridge said last; null before its first word and after it was gone for long. Only the event stream writes it. */
export const terminal = signal<TerminalState | null>(null);

export type Connection = 'connecting' | 'open' | 'lost';
export const connection = signal<Connection>('connecting');

export const visitId = computed(() => {
  const visit = terminal.value?.visit;
  return visit === undefined || visit.phase === 'idle' ? null : visit.id;
});
