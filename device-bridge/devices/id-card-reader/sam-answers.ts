import type { FaultName } from '../../../content/common/faults.ts';

/**
 * What an answer's third status byte (SW3) means. `about` says whom it concerns:
 * the request went through (ok), the field holds no card, the card, a card of another kind, the line (the request
 * arrived damaged), the command (this model does not know it) or the reader itself.
 */
const sw3Meanings = {
  144: { about: 'ok', meaning: 'done' },
  159: { about: 'ok', meaning: 'card found' },
  145: { about: 'no-item', meaning: 'the card holds no such item' },
  128: { about: 'no-card', meaning: 'no card in the field' },
  16: { about: 'line', meaning: 'checksum of the request is wrong' },
  17: { about: 'line', meaning: 'length of the request is wrong' },
  33: { about: 'command', meaning: 'unknown command' },
  35: { about: 'reader', meaning: 'not authorised for this command' },
  36: { about: 'reader', meaning: 'unknown error' },
  49: { about: 'card', meaning: 'the card rejected the security module' },
  50: { about: 'card', meaning: 'the security module rejected the card' },
  51: { about: 'card', meaning: 'the information check failed' },
  55: { about: 'card', meaning: 'the fingerprint check failed' },
  63: { about: 'card', meaning: 'the length of the information is wrong' },
  64: { about: 'foreign-card', meaning: 'not a card of this kind' },
  65: { about: 'card', meaning: 'reading failed' },
  71: { about: 'card', meaning: 'the card gave no random number' },
  96: { about: 'reader', meaning: 'self-test of the security module failed' },
  102: { about: 'reader', meaning: 'the security module is not authorised' },
  129: { about: 'card', meaning: 'selecting the card failed' },
} as const;

type KnownSw3 = keyof typeof sw3Meanings;
export type Concern = (typeof sw3Meanings)[KnownSw3]['about'];

/** An SW3 that no sheet names is the reader's own trouble. */
export function concernOf(sw3: number): Concern {
  return isKnownSw3(sw3) ? sw3Meanings[sw3].about : 'reader';
}

/** What is wrong with a reader that answered so. */
export function readerFault(sw3: number): FaultName {
  return sw3 === 0x66 ? 'reader-not-authorised' : 'reader-self-test-failed';
}

export function isKnownSw3(sw3: number): sw3 is KnownSw3 {
  return Object.hasOwn(sw3Meanings, sw3);
}
