import type { DeviceFaultRow } from './prove.ts';

const pcscd = 'pcscd with vsmartcard-vpcd';
const simulator = 'our reader simulator';

/** What was done to the social-security card reader, and what the terminal did. */
export const socialSecurityCardFaults = {
  'no-library': {
    fault: 'The PC/SC library is not installed',
    peer: 'a Node process in which npm’s smartcard cannot be loaded',
    outcome: 'Absent (E832); the bridge runs',
  },
  'no-service': {
    fault: 'pcscd does not run when the terminal starts, then is started',
    peer: pcscd,
    outcome: 'Absent (E831); ready by itself, and the citizen who waits is served',
  },
  'service-killed': {
    fault: 'pcscd is killed in the middle of a reading, and started again',
    peer: pcscd,
    outcome: 'Opened anew; the card that still lies there is read for the same citizen',
  },
  'service-hangs': {
    fault: 'pcscd stops where it stands (SIGSTOP), then goes on',
    peer: pcscd,
    outcome: 'Faulted (E835) in bounded time, the bridge goes on meanwhile; ready once it goes on',
  },
  'card-pulled': {
    fault: 'The card is pulled in the middle of a reading',
    peer: pcscd,
    outcome: 'Unreadable (E833) at once; read when it is put in again',
  },
  'slow-card': {
    fault: 'Each answer of the card takes 60 ms',
    peer: pcscd,
    outcome: 'Read',
  },
  'card-hangs': {
    fault: 'The card takes commands and never answers',
    peer: pcscd,
    outcome: 'Tried on a session opened anew, then unreadable (E833); the next card is read',
  },
  'foreign-card': {
    fault: 'A bank card',
    peer: pcscd,
    outcome: 'No social-security card (E834); it is not tried again',
  },
  'no-reader': {
    fault: 'No reader, or it is unplugged and comes back',
    peer: simulator,
    outcome: 'Absent (E831), then ready; whoever waits goes on waiting',
  },
  garbage: {
    fault: 'The card answers noise',
    peer: simulator,
    outcome: 'Tried three times, with a reset and a cold start, then unreadable (E833)',
  },
  mute: {
    fault: 'The card does not answer a reset (dirty chip, or put in the wrong way)',
    peer: simulator,
    outcome: 'Tried three times, then unreadable (E833)',
  },
  'needs-pin': {
    fault: 'The card gives its holder’s data for a PIN only',
    peer: simulator,
    outcome: 'Not usable here (E836); no PIN is asked for',
  },
  'session-blip': {
    fault: 'The service ends every session, and takes the next one',
    peer: simulator,
    outcome: 'Opened anew without a change on the screen',
  },
} as const satisfies Record<string, DeviceFaultRow>;
