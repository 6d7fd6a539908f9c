/** Every wait of the receipt printer, in milliseconds, in one place. */
export interface ReceiptDelays {
  /** Between two looks at a printer that has nothing to do. */
  pollMs: number;
  /** Before the first repetition after a failed look. */
  retryMs: number;
  /** Between two attempts to get a lost printer back, for ever. */
  probeMs: number;
  openMs: number;
  closeMs: number;
  /** Longest wait for the answer to one DLE EOT or GS I. */
  answerMs: number;
  /** After the last answer: nothing more may come, or the answers are not to be trusted. */
  quietMs: number;
  /** Longest time one chunk may take; a printer that is off line takes nothing once its buffer is full. */
  chunkMs: number;
  /** From the last byte to the printer's word that it has printed them. */
  printMs: number;
  /** Between two looks while it prints. */
  progressMs: number;
  /** How long a receipt waits for a printer that is just being opened anew. */
  turnMs: number;
}

export const receiptDelays: ReceiptDelays = {
  pollMs: 1_000,
  retryMs: 300,
  probeMs: 2_000,
  openMs: 3_000,
  closeMs: 2_000,
  answerMs: 500,
  quietMs: 30,
  chunkMs: 10_000,
  printMs: 30_000,
  progressMs: 300,
  turnMs: 3_000,
};

/** Small enough that a lost line is seen and an abort is heard between two; large enough for a quick receipt. */
export const chunkBytes = 512;
/** Looks at the start of a receipt before a silent printer counts as silent. */
export const looksBeforeSilent = 3;
