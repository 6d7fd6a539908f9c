import type { SamCommand } from './sam-protocol.ts';

/** Every delay of the driver, in milliseconds. */
export interface ReaderDelays {
  /** From one search of the field to the next. Readers lock up when it is below 300. */
  pollMs: number;
  /** Between two looks at an idle reader and its field. A line that dies while it opens gives no event: only this finds it. */
  heartbeatMs: number;
  /** Before the first repetition after a failure. */
  retryMs: number;
  /** Between two attempts to get a lost reader back, for ever. */
  probeMs: number;
  openMs: number;
  /** What a photo decoder may take. */
  photoMs: number;
  closeMs: number;
  answerMs: Readonly<Record<SamCommand, number>>;
}

export const readerDelays: ReaderDelays = {
  pollMs: 300,
  heartbeatMs: 3000,
  retryMs: 300,
  probeMs: 2000,
  openMs: 3000,
  photoMs: 1500,
  closeMs: 2000,
  answerMs: {
    'reset-sam': 2000,
    'sam-status': 1000,
    'sam-id': 1000,
    'find-card': 1000,
    'select-card': 1500,
    // A card takes about a second to give its text and photo; 1295 bytes take 0.11 s on the line.
    'read-base': 3000,
    'read-base-fingerprint': 4000,
    'newest-address': 2000,
  },
};
