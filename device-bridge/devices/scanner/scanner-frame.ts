import type { FaultName } from '../../../content/common/faults.ts';
import { pause } from '../../pause.ts';
import type { DeviceIdentity } from '../device.ts';
import { createListeners } from '../listeners.ts';
import { nextAttempt } from './scan-attempts.ts';
import type { AttemptEnd, Look, ScannerBackend } from './scanner-backend.ts';
import { maxPages, maxScanBytes, type ScannerDelays } from './scanner-delays.ts';
import { afterScan, beforeNextLook, judge, unknownHealth } from './scanner-health.ts';
import { createTurns } from './turns.ts';
import type { ScannedPage, Scanner, ScannerStatus, ScanOutcome, ScanProgress, ScanRequest } from './types.ts';

type OnProgress = (progress: ScanProgress) => void;

/** What every scanner driver does the same way: looks, one scan at a time, the ladder, cancel and close. */
export function createScanner(
  backend: ScannerBackend,
  delays: ScannerDelays,
  log: (message: string) => void = () => {},
): Scanner {
  const closing = new AbortController();
  const listeners = createListeners<ScannerStatus>();
  const inTurn = createTurns();
  let health = unknownHealth;
  let identity: DeviceIdentity | null = null;
  let shown: ScannerStatus = health.status;
  /** The scan that has the scanner or comes next. */
  let current: AbortSignal | null = null;
  /** Aborted while a scan waits for its turn. */
  let hurry = new AbortController();
  let wake = new AbortController();
  /** What a scan has shown stands until then: a look may see less. */
  let restsUntil = 0;

  function show(status: ScannerStatus): void {
    if (JSON.stringify(status) === JSON.stringify(shown)) return;
    shown = status;
    listeners.tell(status);
  }

  async function lookOnce(): Promise<void> {
    if (closing.signal.aborted || hurry.signal.aborted || performance.now() < restsUntil) return;
    if (beforeNextLook(health, delays).reset) await backend.reset();
    const look = await backend.look(closing.signal, hurry.signal);
    // One that was hurried tells nothing by failing.
    if (closing.signal.aborted || (look.seen === 'nothing' && hurry.signal.aborted)) return;
    if (look.seen !== 'nothing') identity = look.identity ?? identity;
    const before = health.status.state;
    health = judge(health, look);
    if (health.status.state !== before) log(statusLine(health.status, look));
    show(health.status);
  }

  async function watch(): Promise<void> {
    while (!closing.signal.aborted) {
      wake = new AbortController();
      await inTurn(lookOnce);
      await pause(beforeNextLook(health, delays).pauseMs, AbortSignal.any([closing.signal, wake.signal]));
    }
  }

  async function perform(request: ScanRequest, onProgress: OnProgress, stop: AbortSignal): Promise<ScanOutcome> {
    hurry = new AbortController();
    if (stop.aborted) return { outcome: 'cancelled', pages: [] };
    show({ state: 'scanning' });
    const outcome = await attempts(request, changesOnly(onProgress), stop);
    const before = health;
    if (outcome.outcome === 'failed') health = afterScan(health, outcome.fault);
    if (health !== before) restsUntil = performance.now() + delays.idlePollMs;
    // A page from the glass says more than any look.
    else if (outcome.outcome !== 'scanned' || request.source === 'feeder') wake.abort();
    show(health.status);
    return outcome;
  }

  async function attempts(request: ScanRequest, onProgress: OnProgress, stop: AbortSignal): Promise<ScanOutcome> {
    const begun = performance.now();
    const pages: ScannedPage[] = [];
    const tooMuch = new AbortController();
    const signal = AbortSignal.any([stop, tooMuch.signal]);
    const onPage = (page: ScannedPage): void => {
      pages.push(page);
      const bytes = pages.reduce((sum, { jpeg }) => sum + jpeg.length, 0);
      if (pages.length > maxPages || bytes > maxScanBytes) tooMuch.abort();
    };
    let told: FaultName | null = null;
    for (let broken = 0; ; ) {
      const end = noEmptyScan(await backend.attempt({ request, onProgress, onPage, signal }), request, pages);
      if (tooMuch.signal.aborted) return { outcome: 'failed', fault: 'scan-too-large', pages };
      if (end.end === 'done') return { outcome: 'scanned', pages };
      if (stop.aborted) return { outcome: 'cancelled', pages };
      if (end.fault !== told) log(`scan: ${end.fault}: ${end.detail}`);
      told = end.fault;
      if (end.again === 'broken') broken += 1;
      const soFar = { request, pages: pages.length, broken, elapsedMs: performance.now() - begun };
      const next = nextAttempt(end, soFar, delays);
      if (next === null) return { outcome: 'failed', fault: end.fault, pages };
      if (next.reset) await backend.reset();
      await pause(next.pauseMs, stop);
      if (stop.aborted) return { outcome: 'cancelled', pages };
    }
  }

  const watching = watch();

  return {
    get status() {
      return shown;
    },
    get identity() {
      return identity;
    },
    onStatus: listeners.add,
    async scan(request, onProgress, signal) {
      if (signal.aborted || closing.signal.aborted) return { outcome: 'cancelled', pages: [] };
      // One that is being cancelled is waited for; one that goes on is somebody's.
      if (current !== null && !current.aborted) return { outcome: 'failed', fault: 'scanner-busy', pages: [] };
      const stop = AbortSignal.any([signal, closing.signal]);
      current = stop;
      hurry.abort();
      try {
        return await inTurn(() => perform(request, onProgress, stop));
      } finally {
        if (current === stop) current = null;
      }
    },
    async close() {
      closing.abort();
      listeners.clear();
      await watching;
      await inTurn(async () => {});
    },
  };
}

function statusLine(status: ScannerStatus, look: Look): string {
  return `status: ${JSON.stringify(status)}${look.seen === 'nothing' ? `: ${look.detail}` : ''}`;
}

/** An end without a page is no scan. */
function noEmptyScan(end: AttemptEnd, request: ScanRequest, pages: ScannedPage[]): AttemptEnd {
  if (end.end === 'failed' || pages.length > 0) return end;
  const fault: FaultName = request.source === 'feeder' ? 'scanner-no-paper' : 'scanner-failed';
  return { end: 'failed', fault, detail: 'it ended without a page', again: 'no' };
}

/** A scanner may tell a thousand times a page: a hundred are enough. */
function changesOnly(onProgress: OnProgress): OnProgress {
  let last: ScanProgress | null = null;
  return next => {
    const sameShare =
      last !== null && (last.done === next.done || Math.abs((last.done ?? 2) - (next.done ?? 2)) < 0.01);
    if (last !== null && last.page === next.page && sameShare) return;
    last = next;
    onProgress(next);
  };
}
