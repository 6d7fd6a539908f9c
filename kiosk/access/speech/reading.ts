/** Something to say. `key` finds what it stands for on the screen again. */
export interface Utterance {
  key: number;
  text: string;
  personal: boolean;
}

export interface Reading {
  utterances: readonly Utterance[];
  /** Which of them is, or was last, said. */
  at: number;
  status: 'silent' | 'saying' | 'paused';
  /** Grows whenever something is begun: the same words again are another telling. */
  telling: number;
  /** The citizen wears headphones: names and numbers may be said. */
  headphones: boolean;
}

export type ReadingEvent =
  /** Another screen, a prompt, or what was asked for: in place of whatever is said now. */
  | { type: 'say'; utterances: readonly Utterance[] }
  /** The present one was heard to its end. */
  | { type: 'said'; telling: number }
  | { type: 'next' }
  | { type: 'previous' }
  | { type: 'again' }
  | { type: 'pause' }
  | { type: 'stop' }
  | { type: 'headphones' };

export const silence: Reading = { utterances: [], at: 0, status: 'silent', telling: 0, headphones: false };

/** What is read aloud, and how far it is. Pure. */
export function read(reading: Reading, event: ReadingEvent): Reading {
  const { utterances, at, status } = reading;
  switch (event.type) {
    case 'say':
      return event.utterances.length === 0 ? stopped(reading) : begun({ ...reading, utterances: event.utterances }, 0);
    case 'said':
      // What was interrupted also ends; that is no reason to go on.
      if (event.telling !== reading.telling || status !== 'saying') return reading;
      return at + 1 < utterances.length ? begun(reading, at + 1) : stopped(reading);
    case 'next':
      return at + 1 < utterances.length ? begun(reading, at + 1) : stopped(reading);
    case 'previous':
      return utterances.length === 0 ? reading : begun(reading, Math.max(0, at - 1));
    case 'again':
      return utterances.length === 0 ? reading : begun(reading, at);
    case 'pause':
      if (status === 'silent') return reading;
      return { ...reading, status: status === 'saying' ? 'paused' : 'saying' };
    case 'stop':
      return stopped(reading);
    case 'headphones':
      return { ...reading, headphones: !reading.headphones };
  }
}

/** What is said of an utterance: of a name or number only that it is there, unless it stays in the citizen's ears. */
export function spokenWords({ text, personal }: Utterance, headphones: boolean, withheld: string): string {
  return personal && !headphones ? withheld : text;
}

function begun(reading: Reading, at: number): Reading {
  return { ...reading, at, status: 'saying', telling: reading.telling + 1 };
}

function stopped(reading: Reading): Reading {
  return { ...reading, status: 'silent', telling: reading.telling + 1 };
}
