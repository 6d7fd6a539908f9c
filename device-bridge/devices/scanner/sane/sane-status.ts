import type { FaultName } from '../../../../content/common/faults.ts';
import { type AttemptEnd, failedAttempt, type Look } from '../scanner-backend.ts';

type SaneStatus =
  | 'UNSUPPORTED'
  | 'CANCELLED'
  | 'DEVICE_BUSY'
  | 'INVAL'
  | 'EOF'
  | 'JAMMED'
  | 'NO_DOCS'
  | 'COVER_OPEN'
  | 'IO_ERROR'
  | 'NO_MEM'
  | 'ACCESS_DENIED';

/** sane_strstatus() in the C locale, in the order of SANE_Status: 1 to 11 (SANE standard 1.06, 4.2.7). */
const statusTexts: Record<string, SaneStatus> = {
  'Operation not supported': 'UNSUPPORTED',
  'Operation was canceled': 'CANCELLED',
  'Device busy': 'DEVICE_BUSY',
  'Invalid argument': 'INVAL',
  'End of file reached': 'EOF',
  'Document feeder jammed': 'JAMMED',
  'Document feeder out of documents': 'NO_DOCS',
  'Scanner cover is open': 'COVER_OPEN',
  'Error during device I/O': 'IO_ERROR',
  'Out of memory': 'NO_MEM',
  'Access to resource has been denied': 'ACCESS_DENIED',
};
const statuses = Object.values(statusTexts);

const scanFaults: Record<SaneStatus, { fault: FaultName; again: 'busy' | 'broken' | 'no' }> = {
  UNSUPPORTED: { fault: 'scanner-refused', again: 'no' },
  // Not by us: somebody pressed the scanner's own button.
  CANCELLED: { fault: 'scanner-failed', again: 'no' },
  DEVICE_BUSY: { fault: 'scanner-busy', again: 'busy' },
  INVAL: { fault: 'scanner-refused', again: 'no' },
  EOF: { fault: 'scanner-failed', again: 'no' },
  JAMMED: { fault: 'scanner-jammed', again: 'no' },
  NO_DOCS: { fault: 'scanner-no-paper', again: 'no' },
  COVER_OPEN: { fault: 'scanner-cover-open', again: 'no' },
  IO_ERROR: { fault: 'scanner-failed', again: 'broken' },
  NO_MEM: { fault: 'scanner-failed', again: 'no' },
  ACCESS_DENIED: { fault: 'scanner-refused', again: 'no' },
};

/** Whether scanimage has said its last: what follows is only its own end, in which it is known to hang now and then. */
export function isLastWord(line: string): boolean {
  return /sane_(?:start|read): |^Batch terminated|open of device .* failed: /.test(line);
}

/**
 * What came of a scan. Its words count first: they are the SANE status, while the exit code, which should be the same, is 0
 * when a signal met it on its way out. Exit code 1 stands for its own refusals.
 * @param exitCode null when it had to be ended after its last word
 * @param messages its lines on standard error, in the C locale
 */
export function endOfScan(exitCode: number | null, pages: number, messages: readonly string[]): AttemptEnd {
  const detail = `scanimage ended with ${exitCode}: ${messages.slice(-3).join(' / ')}`;
  const notOpened = openFailure(messages);
  if (notOpened !== null) return endOfOpening(notOpened, detail);
  const status = scanFailure(messages) ?? (exitCode !== null && exitCode > 1 ? (statuses[exitCode - 1] ?? null) : null);
  // How every stack ends.
  if (status === 'NO_DOCS' && pages > 0) return { end: 'done' };
  if (status !== null) {
    const { fault, again } = scanFaults[status];
    return failedAttempt(fault, detail, again);
  }
  if (exitCode === 0) return { end: 'done' };
  const refused = messages.some(line =>
    /not supported|unrecognized option|bad option value|invalid option/i.test(line),
  );
  return failedAttempt(refused ? 'scanner-refused' : 'scanner-failed', detail);
}

function scanFailure(messages: readonly string[]): SaneStatus | null {
  for (const line of messages.toReversed()) {
    const said = /sane_(?:start|read): (.*)$/.exec(line)?.[1];
    if (said !== undefined) return statusTexts[said.trim()] ?? null;
  }
  return null;
}

/** What an exit of `scanimage -A` means; null when it opened the scanner. */
export function lookFailure(exitCode: number, messages: readonly string[]): Exclude<Look, { seen: 'ready' }> | null {
  if (exitCode === 0) return null;
  const end = endOfOpening(openFailure(messages) ?? 'IO_ERROR', messages.slice(-3).join(' / '));
  const there = end.fault === 'scanner-busy' || end.fault === 'scanner-refused';
  return there
    ? { seen: 'attention', fault: end.fault, identity: null }
    : { seen: 'nothing', fault: end.fault === 'scanner-absent' ? end.fault : 'scanner-silent', detail: end.detail };
}

function endOfOpening(status: SaneStatus, detail: string): AttemptEnd & { end: 'failed' } {
  switch (status) {
    case 'INVAL':
    case 'UNSUPPORTED':
      return failedAttempt('scanner-absent', detail, 'broken');
    case 'IO_ERROR':
      return failedAttempt('scanner-silent', detail, 'broken');
    default: {
      const { fault, again } = scanFaults[status];
      return failedAttempt(fault, detail, again);
    }
  }
}

function openFailure(messages: readonly string[]): SaneStatus | null {
  for (const line of messages) {
    const said = /open of device .* failed: (.*)$/.exec(line)?.[1];
    if (said !== undefined) return statusTexts[said.trim()] ?? 'IO_ERROR';
  }
  return null;
}
