/** Every wait of a scanner driver, in milliseconds. */
export interface ScannerDelays {
  /** Between two looks at a scanner that has nothing to do. */
  idlePollMs: number;
  /** Before the first repetition after a failure, of a look as of a scan. */
  retryMs: number;
  /** Between two attempts to find a lost scanner again, for ever. */
  probeMs: number;
  /** Longest time of one look. */
  lookMs: number;
  /** Longest silence of a scan: no byte, no progress. The lamp of an old scanner warms up for half a minute. */
  silentMs: number;
  /** Longest time of one page. */
  pageMs: number;
  /** How long a cancelled scan may take to let go of the scanner by itself. */
  cancelMs: number;
  /** Between two tries at a scanner that scans for someone else, and for how long to try. */
  busyRetryMs: number;
  busyLimitMs: number;
}

const common = {
  retryMs: 500,
  probeMs: 10_000,
  lookMs: 10_000,
  silentMs: 60_000,
  pageMs: 240_000,
  cancelMs: 5_000,
  busyRetryMs: 1_000,
  busyLimitMs: 20_000,
};

/** A look opens the scanner (`scanimage -A`), which some USB scanners take seconds for: seldom. */
export const saneDelays: ScannerDelays = { ...common, idlePollMs: 15_000 };

/** A look is one small HTTP request. */
export const esclDelays: ScannerDelays = { ...common, idlePollMs: 3_000 };

/** A feeder that never ends, or pages that fill the memory, end the scan. */
export const maxPages = 100;
export const maxPageBytes = 64 * 1024 * 1024;
export const maxScanBytes = 256 * 1024 * 1024;
