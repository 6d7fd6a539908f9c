import type { DeviceFaultRow } from './prove.ts';

const line = 'bytes on a real serial line (socat pty)';

/** What is done to the QR reader on its serial line, and what the terminal does. */
export const codeReaderFaults = {
  unplugged: {
    fault: 'the cable is pulled, once in the middle of a code, and plugged in again',
    peer: line,
    outcome: 'absent (E821), then ready by itself; half a code is never told; no descriptor stays open',
  },
  'dies-as-it-opens': {
    fault: 'the line dies in the moment it opens, which gives no event',
    peer: line,
    outcome: 'seen by a look at the port each second; ready again after the cable is back',
  },
  'any-line-end': {
    fault: 'a model that ends its codes with CR, with LF, with both, or with nothing',
    peer: line,
    outcome: 'each code is told once',
  },
  'split-writes': { fault: 'a code arrives byte by byte', peer: line, outcome: 'it is told whole' },
  'held-before-the-window': {
    fault: 'the reader sends the same code again and again while it is held there',
    peer: line,
    outcome: 'it is told once',
  },
  noise: {
    fault: 'random bytes, as from a wrong baud rate',
    peer: line,
    outcome: 'no code is told that is no text; said once in the log; the next code is told',
  },
  endless: {
    fault: 'a stream without an end',
    peer: line,
    outcome: 'dropped after 4 kB until it ends; the next code is told',
  },
  closed: {
    fault: 'the terminal closes the reader while it opens, while it waits and in the middle of a code',
    peer: line,
    outcome: 'nothing more is told, the port is free, no descriptor stays open',
  },
} as const satisfies Record<string, DeviceFaultRow>;
