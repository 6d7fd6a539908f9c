/** Every wait of an update. */
export const delays = {
  /** Terminals of one district must not ask all at once: each wait is off by up to this share, either way. */
  jitterShare: 0.2,
  /** Longest wait after failures in a row, unless the origin asks for more. */
  backOffMaxMs: 4 * 60 * 60_000,
  /** Longest wait that an origin may ask for. */
  retryAfterMaxMs: 24 * 60 * 60_000,
  /** A hint reaches every terminal at once; each waits up to this before it asks. */
  hintSpreadMs: 500,
  /** How long the kiosk may take to say that it drew a new generation. */
  kioskAnswerMs: 15_000,
  /** A root may change without a timestamp: asked for at least this often. */
  rootMs: 60 * 60_000,
  /** The inventory, when nothing changes. */
  inventoryMs: 10 * 60_000,
  /** Waiting for the platform before a new version is taken: it may hold it back. */
  holdAnswerMs: 2_000,
  /** How often the folder of a stick is looked at. */
  stickMs: 5_000,
  /** A switch or a way back that could not be written (a full disk) is tried again. */
  stuckMs: 30_000,
  /** Silence on the line of hints after which it counts as dead. The platform speaks every 25 s. */
  hintSilenceMs: 60_000,
  hintReconnectMs: 10_000,
} as const;

/** After this many begun checks of one generation without an end, it is what ends the process. */
export const mostAttempts = 3;
