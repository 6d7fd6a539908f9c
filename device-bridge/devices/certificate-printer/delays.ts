/** Every wait of the certificate printer, in milliseconds, in one place. */
export interface PrinterDelays {
  /** Between two looks at a printer that has nothing to do. */
  idlePollMs: number;
  /** Between a failed look and the next, until three in a row make it absent. */
  failedPollMs: number;
  /** Between two looks at a running job. */
  jobPollMs: number;
  /** Longest wait for the answer to a question. */
  queryTimeoutMs: number;
  /** Longest wait for the answer to a document. */
  sendTimeoutMs: number;
  /** Longest time a job may stand still while the printer names no fault. */
  noProgressMs: number;
  /** Between two tries at a printer that prints for someone else, and for how long to try. */
  turnRetryMs: number;
  turnLimitMs: number;
  /** How long a cancelled job may take to end. */
  cancelGraceMs: number;
}

export const printerDelays: PrinterDelays = {
  idlePollMs: 2_000,
  failedPollMs: 500,
  jobPollMs: 500,
  queryTimeoutMs: 3_000,
  sendTimeoutMs: 30_000,
  noProgressMs: 120_000,
  turnRetryMs: 1_000,
  turnLimitMs: 60_000,
  cancelGraceMs: 30_000,
};

/** Failed looks or queries in a row before the printer counts as lost: one or two are a blip. */
export const lostAfterFailures = 3;
