import type { DeviceFaultRow } from './prove.ts';

const simulator = 'our eSCL simulator';

/** The scanner through eSCL (AirScan): what was done to it, and what came of it. */
export const scannerEsclFaults = {
  unplugged: {
    fault: 'The scanner is unplugged (connection refused)',
    peer: simulator,
    outcome: 'Absent (E701) after a retry and a reset; ready again without a restart when it is back.',
  },
  unpluggedInScan: {
    fault: 'The scanner is unplugged in the middle of a page (connection reset)',
    peer: simulator,
    outcome: 'Tried once more, then failed (E701); no piece of a page is passed on; it recovers when it is back.',
  },
  blip: {
    fault: 'One look at the scanner fails',
    peer: simulator,
    outcome: 'The status does not blink.',
  },
  reset: {
    fault: 'The connection breaks once in the middle of a page',
    peer: simulator,
    outcome: 'The job is deleted, the glass scanned once more by itself, and the page comes.',
  },
  busy: {
    fault: 'Another scans: HTTP 503, then free',
    peer: simulator,
    outcome: 'Tried again until it is free, and the page comes; busy for ever ends as busy (E706).',
  },
  notYet: {
    fault: 'The page is not ready yet: HTTP 503 for NextDocument, or 404 while the job runs',
    peer: simulator,
    outcome: 'Waited for; a page that never gets ready ends as silent (E702), its job deleted.',
  },
  jam: {
    fault: 'A sheet jams in the middle of a stack (ScannerAdfJam)',
    peer: simulator,
    outcome: 'Jammed (E703), with the whole pages before it; the rest is scanned when the jam is cleared.',
  },
  empty: {
    fault: 'The feeder is empty (ScannerAdfEmpty)',
    peer: simulator,
    outcome: 'No paper (E705), never a scan of no pages; a stack ends by itself after its last sheet.',
  },
  cover: {
    fault: 'The cover is open (ScannerAdfDoorOpen)',
    peer: simulator,
    outcome: 'Shown as such (E704), a scan is refused with it; ready when it is closed.',
  },
  cancelledAtScanner: {
    fault: 'Somebody cancels the job at the scanner (HTTP 410)',
    peer: simulator,
    outcome: 'The scan failed (E707); the next one succeeds.',
  },
  cancelled: {
    fault: 'The citizen cancels in the middle of a page',
    peer: simulator,
    outcome: 'Cancelled at once, the job is deleted at the scanner; the next scan succeeds.',
  },
  refused: {
    fault: 'The scanner does not offer what is wanted (HTTP 409)',
    peer: simulator,
    outcome: 'Refused (E708), not tried again.',
  },
  cutPicture: {
    fault: 'The picture is half a JPEG',
    peer: simulator,
    outcome: 'Once: the glass is scanned once more. Always: failed (E707). It is never passed on.',
  },
  brokenOff: {
    fault: 'The answer with the picture breaks off',
    peer: simulator,
    outcome: 'Once: the glass is scanned once more. Always: silent (E702). It is never passed on.',
  },
  noPicture: {
    fault: 'The answer is no picture (a log-in page)',
    peer: simulator,
    outcome: 'Failed (E707), never passed on, from the glass as from the feeder.',
  },
  endless: {
    fault: 'An answer without end',
    peer: simulator,
    outcome: 'Cut off at its limit: the scan failed (E707), a look counts as none.',
  },
  hung: {
    fault: 'The scanner takes the question and never answers',
    peer: simulator,
    outcome: 'Silent (E702) after its time, for a scan as for a look; ready again when it answers.',
  },
  serverError: {
    fault: 'The scanner answers with HTTP 500',
    peer: simulator,
    outcome: 'Once: tried once more, and the page comes. Always: failed (E707).',
  },
  nonsense: {
    fault: 'Something else than a scanner answers at its address',
    peer: simulator,
    outcome: 'Absent or silent (E701, E702), no crash; ready when a scanner answers.',
  },
} as const satisfies Record<string, DeviceFaultRow>;
