import type { ReaderSight, TerminalFailure } from './card-terminal.ts';

/** What the terminal asks of the process that holds PC/SC. */
export type PcscCall =
  | { call: 'open' }
  /** reader: a part of the reader's name; null: the first one. */
  | { call: 'wait'; reader: string | null; since: ReaderSight | null; timeoutMs: number }
  | { call: 'connect' }
  | { call: 'transmit'; command: Uint8Array }
  | { call: 'disconnect'; leave: 'as-it-is' | 'reset' | 'unpower' }
  | { call: 'release' };

/** Each call has one answer, under its id. A cancel has none: it ends a wait. */
export type PcscRequest = { id: number } & PcscCall;
export type PcscMessage = PcscRequest | { call: 'cancel' };
export interface PcscReply {
  id: number;
  answer: PcscAnswer;
}

export type PcscAnswer =
  | 'done'
  | 'lost'
  | 'card-gone'
  | 'mute'
  | TerminalFailure
  | { sight: ReaderSight }
  | { atr: string }
  | { response: Uint8Array };
