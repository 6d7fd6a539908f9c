/** The part of npm's smartcard that is used. Declared here: the package is optional, and the code is checked without it. */
export interface SmartcardLibrary {
  Context: new () => PcscContext;
  SCARD_STATE_PRESENT: number;
  SCARD_STATE_CHANGED: number;
  SCARD_SHARE_SHARED: number;
  SCARD_PROTOCOL_T0: number;
  SCARD_PROTOCOL_T1: number;
  SCARD_LEAVE_CARD: number;
  SCARD_RESET_CARD: number;
  SCARD_UNPOWER_CARD: number;
}

export interface PcscContext {
  listReaders(): PcscReader[];
  waitForChange(readers: { name: string; state: number }[], timeoutMs: number): Promise<unknown>;
  cancel(): void;
  close(): void;
}

export interface PcscReader {
  readonly name: string;
  /** SCARD_STATE flags; the upper 16 bits count insertions and removals. */
  readonly state: number;
  connect(shareMode: number, protocols: number): Promise<PcscCard>;
}

export interface PcscCard {
  readonly atr: Uint8Array | null;
  transmit(command: Buffer): Promise<Uint8Array>;
  disconnect(disposition: number): void;
}

/** Null when the package or the library below it is not installed. */
export async function loadSmartcard(): Promise<SmartcardLibrary | null> {
  const name: string = 'smartcard';
  try {
    const loaded = (await import(name)) as { default?: SmartcardLibrary } & SmartcardLibrary;
    return loaded.Context === undefined ? (loaded.default ?? null) : loaded;
  } catch {
    return null;
  }
}

/** PC/SC errors come as words only; these are the package's for a service that is not there or went away. */
export function isServiceGone(error: unknown): boolean {
  const words = error instanceof Error ? error.message : '';
  return /service not running|service stopped|Communication error|Invalid handle|Context is not valid/.test(words);
}
