import type { DeviceFaultRow } from './prove.ts';

const backend = 'SANE test backend';

/** The scanner through SANE: what was done to it, and what came of it. */
export const scannerSaneFaults = {
  cancelledAtScanner: {
    fault: 'Somebody cancels at the scanner (SANE_STATUS_CANCELLED)',
    peer: backend,
    outcome: 'The scan failed (E707); the next one succeeds.',
  },
  busy: {
    fault: 'Another program holds the scanner (SANE_STATUS_DEVICE_BUSY)',
    peer: backend,
    outcome: 'Tried again for a while, then busy (E706); when it is free within that time, the page comes.',
  },
  invalid: {
    fault: 'The scanner refuses a setting (SANE_STATUS_INVAL, SANE_STATUS_UNSUPPORTED)',
    peer: backend,
    outcome: 'Refused (E708), not tried again.',
  },
  endOfFile: {
    fault: 'The picture ends too early (SANE_STATUS_EOF)',
    peer: backend,
    outcome: 'The scan failed (E707); no piece of a page is passed on.',
  },
  jammed: {
    fault: 'Paper is stuck (SANE_STATUS_JAMMED)',
    peer: backend,
    outcome: 'Jammed (E703), shown until a look or a scan says otherwise; the next scan succeeds.',
  },
  noPaper: {
    fault: 'The feeder is empty (SANE_STATUS_NO_DOCS)',
    peer: backend,
    outcome: 'No paper (E705), from the glass as from the feeder; never a scan of no pages.',
  },
  coverOpen: {
    fault: 'The cover is open (SANE_STATUS_COVER_OPEN)',
    peer: backend,
    outcome: 'Cover open (E704); the next scan succeeds.',
  },
  ioError: {
    fault: 'The line to the scanner breaks (SANE_STATUS_IO_ERROR)',
    peer: backend,
    outcome: 'The glass is scanned once more by itself, then failed (E707); the feeder is not repeated.',
  },
  outOfMemory: {
    fault: 'The scanner is out of memory (SANE_STATUS_NO_MEM)',
    peer: backend,
    outcome: 'The scan failed (E707).',
  },
  accessDenied: {
    fault: 'No permission (SANE_STATUS_ACCESS_DENIED)',
    peer: backend,
    outcome: 'Refused (E708).',
  },
  tenSheets: {
    fault: 'The feeder runs empty after ten sheets',
    peer: backend,
    outcome: 'Ten whole pages, in order; that is the end of the stack, not a fault. No file of them is left.',
  },
  slow: {
    fault: 'The scanner is slow (4 KB in 20 ms)',
    peer: backend,
    outcome:
      'Progress goes on and the whole page comes; a page that exceeds its time is ended: silent (E702), scanimage is gone.',
  },
  cancelled: {
    fault: 'The citizen cancels in the middle of a page',
    peer: backend,
    outcome: 'Cancelled at once, the scanner is let go of and scanimage is gone; the next scan succeeds.',
  },
  cancelledFeeder: {
    fault: 'The citizen cancels in the middle of a stack',
    peer: backend,
    outcome: 'Cancelled with the whole pages before it; no file of them is left.',
  },
  killed: {
    fault: 'scanimage is killed in the middle of a page',
    peer: backend,
    outcome: 'The glass is scanned once more by itself and the page comes.',
  },
  stubborn: {
    fault: 'scanimage does not end when it is asked to (SIGINT)',
    peer: backend,
    outcome: 'It is killed after its time, with all that it has started.',
  },
  bridgeKilled: {
    fault: 'The bridge is killed (SIGKILL) in the middle of a stack',
    peer: backend,
    outcome: 'scanimage ends with it; the next start removes the pages that lay in memory.',
  },
  notInstalled: {
    fault: 'scanimage is not installed',
    peer: 'none',
    outcome: 'Absent (E701), looked for again and again.',
  },
  unknownDevice: {
    fault: 'No scanner of that name',
    peer: backend,
    outcome: 'Absent (E701) before and after a scan is tried; found when it is there.',
  },
  sanedKilled: {
    fault: 'The scanner’s host goes down in the middle of a page (saned killed) and comes back',
    peer: 'saned',
    outcome: 'The scan fails within its time (E702), the scanner is absent; it is ready again without a restart.',
  },
  sanedHangs: {
    fault: 'The scanner’s host hangs in the middle of a page (saned stopped)',
    peer: 'saned',
    outcome: 'Silent (E702) after its time; scanimage is gone; ready again when the host goes on.',
  },
} as const satisfies Record<string, DeviceFaultRow>;
