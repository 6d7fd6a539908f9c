import type { ScannerDelays } from './scanner-delays.ts';
import type { Scanner, ScannerStatus, ScanOutcome, ScanRequest } from './types.ts';

/** For tests: short waits, long limits; the two cores may be busy. */
export const quickDelays: ScannerDelays = {
  idlePollMs: 60,
  retryMs: 20,
  probeMs: 60,
  lookMs: 8_000,
  silentMs: 8_000,
  pageMs: 20_000,
  cancelMs: 300,
  busyRetryMs: 30,
  busyLimitMs: 8_000,
};

export const never = new AbortController().signal;

export const glass: ScanRequest = { source: 'flatbed', colour: 'colour', dpi: 150 };
export const stack: ScanRequest = { source: 'feeder', colour: 'grey', dpi: 150 };

export function scan(scanner: Scanner, request: ScanRequest, signal = never): Promise<ScanOutcome> {
  return scanner.scan(request, () => {}, signal);
}

/** Outcome, fault and number of pages in one line: `failed scanner-jammed 2`. */
export function inShort(outcome: ScanOutcome): string {
  const fault = outcome.outcome === 'failed' ? ` ${outcome.fault}` : '';
  return `${outcome.outcome}${fault} ${outcome.pages.length}`;
}

/** State and fault in one line: `attention scanner-busy`. */
export function statusInShort(status: ScannerStatus): string {
  return 'fault' in status ? `${status.state} ${status.fault}` : status.state;
}

export function untilStatus(scanner: Scanner, wanted: string): Promise<void> {
  return new Promise(resolve => {
    let stop = () => {};
    const look = (status: ScannerStatus): void => {
      if (statusInShort(status) !== wanted) return;
      stop();
      resolve();
    };
    stop = scanner.onStatus(look);
    look(scanner.status);
  });
}
