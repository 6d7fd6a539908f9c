import type { DeviceFaultRow } from './prove.ts';

const line = 'simulated reader on a real serial line (socat pty)';
const network = 'simulated reader behind a serial server (socat, TCP to pty)';

/** What is done to the ID-card reader and its line, and what the terminal does. */
export const idCardReaderFaults = {
  'unplugged-in-each-step': {
    fault:
      'the cable is pulled while the reader opens, says who it is, is searched, selects or reads, and plugged in again',
    peer: line,
    outcome: 'absent; the wait for a card goes on and reads the next card; no descriptor stays open',
  },
  'dies-as-it-opens': {
    fault: 'the line dies in the moment it opens, which gives no event',
    peer: line,
    outcome: 'found by the heartbeat; ready again after the cable is back',
  },
  silent: {
    fault: 'the reader answers nothing',
    peer: line,
    outcome: 'retried, reset, reopened, then reported silent (E202); found again by itself, and the wait goes on',
  },
  noise: {
    fault: 'noise before every frame, torn frames and their preambles among it',
    peer: line,
    outcome: 'the card is read',
  },
  'split-writes': { fault: 'answers arrive a few bytes at a time', peer: line, outcome: 'the card is read' },
  'stray-zero': {
    fault: 'a stray 00 in each gap of the preamble in turn',
    peer: line,
    outcome: 'the card is read',
  },
  'damaged-answer': {
    fault: 'one answer with a wrong checksum, torn, or with noise within',
    peer: line,
    outcome: 'asked for once more; the card is read',
  },
  'self-test': {
    fault: 'the security module fails its self-test (60)',
    peer: line,
    outcome: 'reset, reopened, then reported (E203); the wait goes on until it is well',
  },
  unauthorised: {
    fault: 'the security module is not authorised (66 on its self-test)',
    peer: line,
    outcome: 'reported (E204); ready by itself once it is authorised',
  },
  'select-unauthorised': {
    fault: 'selecting a card ends with 66 although the self-test passes',
    peer: line,
    outcome: 'reported (E204) and not taken back by a self-test or a search: only by a card that is selected',
  },
  swapped: {
    fault: 'the reader is replaced by another',
    peer: line,
    outcome: 'works at once; the log and the readiness page name the new one by its SAM id',
  },
  'closed-in-each-step': {
    fault: 'the terminal closes the reader in the middle of each step',
    peer: line,
    outcome: 'every call ends, the port is free, no descriptor stays open',
  },
} as const satisfies Record<string, DeviceFaultRow>;

/** What is laid on it. */
export const idCardReaderCardFaults = {
  'card-lifted': {
    fault: 'the card is lifted while it is read',
    peer: line,
    outcome: 'said unreadable (E211); laid again it is read',
  },
  'bad-card': {
    fault: 'a card whose reading always fails (41)',
    peer: line,
    outcome: 'said unreadable (E211) once, until it is lifted; the next card is read',
  },
  'foreign-card': {
    fault: 'a bus or bank card (40), or a kind of card no sheet names',
    peer: line,
    outcome: 'said to be no ID card (E216) until it is lifted; the next card is read',
  },
  'left-lying': {
    fault: 'a card is left lying after it was read',
    peer: line,
    outcome:
      'never read for the next citizen before it was lifted, even when the model finds it again or the reader starts anew',
  },
} as const satisfies Record<string, DeviceFaultRow>;

/** The same reader behind a serial server on the local network. */
export const idCardReaderNetworkFaults = {
  'server-absent': {
    fault: 'nobody listens at the serial server’s address',
    peer: 'nothing on a TCP port',
    outcome: 'absent; ready by itself once the server is there',
  },
  'serial-server-killed': {
    fault: 'the serial server dies in the middle of a reading and comes back',
    peer: network,
    outcome: 'absent; the wait goes on and reads the next card',
  },
  'serial-server-hangs': {
    fault: 'the serial server stops working but keeps its connections',
    peer: network,
    outcome: 'reported silent (E202), then well again by itself; the wait goes on',
  },
} as const satisfies Record<string, DeviceFaultRow>;
