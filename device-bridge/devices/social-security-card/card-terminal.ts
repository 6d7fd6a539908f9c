/** The reader as it is now. serial differs after each insertion or removal, also of the same card. */
export interface ReaderSight {
  /** Null: no reader. */
  reader: string | null;
  cardPresent: boolean;
  serial: number;
}

/** library-missing: not installed here. no-service: pcscd does not run. failed: it hangs, broke off, or is unknown. */
export type TerminalFailure = 'library-missing' | 'no-service' | 'failed';

/** A place where cards are put. Nothing in here throws for what a service, a reader or a card can do. */
export interface CardTerminal {
  open(): Promise<CardSession | TerminalFailure>;
  /** Lets go of everything, also of what hangs. It may be opened anew. */
  close(): Promise<void>;
}

export interface CardSession {
  /**
   * The reader as soon as it differs from `since` (null: at once), else as it is after `timeoutMs`. 'lost': the service is
   * gone, and this session with it.
   */
  waitForChange(since: ReaderSight | null, timeoutMs: number, signal: AbortSignal): Promise<ReaderSight | 'lost'>;
  /** Powers the card. 'card-gone' when it was pulled, 'mute' when it does not answer a reset. */
  connect(): Promise<CardConnection | 'card-gone' | 'mute' | 'lost'>;
  /** Gives the session up, also in the middle of something that hangs. */
  close(): Promise<void>;
}

export interface CardConnection {
  /** Answer to reset, upper-case hex. */
  readonly atr: string;
  /** A command APDU and the response to it, status word included. */
  transmit(command: Uint8Array): Promise<Uint8Array | 'card-gone' | 'mute' | 'lost'>;
  /** How the card is left: 'unpower' makes the next connect a cold start. */
  disconnect(leave: 'as-it-is' | 'reset' | 'unpower'): Promise<void>;
}
