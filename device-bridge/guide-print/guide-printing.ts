import { type FaultName, Refusal } from '../../content/common/faults.ts';
import { localDate } from '../../content/common/local-date.ts';
import type { Language } from '../../content/common/words.ts';
import type { Answers } from '../../content/model/situation.ts';
import type { GuidePaper } from '../api/types.ts';
import type { GuideSource } from '../content/shown-guide.ts';
import type { CertificatePrinter } from '../devices/certificate-printer/types.ts';
import type { ReceiptPrinter } from '../devices/receipt-printer/types.ts';
import { troubleOf } from '../health/services.ts';
import { composeList } from './compose-list.ts';
import {
  type GuidePrintEvent,
  type GuidePrintFlow,
  listsPerVisit,
  nextGuidePrint,
  noGuidePrint,
} from './guide-print-flow.ts';
import { guideReceipt } from './guide-receipt.ts';
import { sheetThread } from './sheet-thread.ts';
import type { TickList } from './tick-list.ts';

export interface GuidePrintWish {
  matterId: string;
  answers: Answers;
  paper: GuidePaper;
  language: Language;
}

/** Prints the tick list of a guide: the terminal's own words, never the kiosk's. */
export interface GuidePrinting {
  readonly flow: GuidePrintFlow;
  /** Paper moves, also that of a visit which is over. */
  readonly busy: boolean;
  /** @throws Refusal guide-unknown, guide-print-limit, not-now, or the fault of the printer */
  print(wish: GuidePrintWish): void;
  /** The visit is over. A sheet that already moves comes out; what only waits is called off. */
  drop(): void;
  close(): Promise<void>;
}

export interface GuidePrintingParts {
  guides: GuideSource;
  certificatePrinter: CertificatePrinter;
  receiptPrinter: ReceiptPrinter | null;
  terminal: { placeCode: string; number: number };
  contentOrigin: string;
  now(): Date;
  onChange(): void;
  /** A list that could not be set: for the log. */
  onDefect(error: unknown): void;
}

export function createGuidePrinting(parts: GuidePrintingParts): GuidePrinting {
  const { guides, certificatePrinter, receiptPrinter, terminal, contentOrigin } = parts;
  const thread = sheetThread();
  let flow = noGuidePrint;
  let job: Job | null = null;
  let running: Promise<void> = Promise.resolve();

  function move(event: GuidePrintEvent): void {
    const before = flow;
    flow = nextGuidePrint(before, event);
    if (flow !== before) parts.onChange();
  }

  async function run(job: Job, list: TickList, paper: GuidePaper): Promise<void> {
    const fault = await give(job, list, paper).catch((error: unknown): FaultName => {
      parts.onDefect(error);
      return 'guide-print-failed';
    });
    endJob(job);
    if (!job.dropped) move({ type: 'ended', fault });
    else {
      await thread.rest();
      parts.onChange();
    }
  }

  function endJob(ended: Job): void {
    if (job === ended) job = null;
  }

  /** What it ends with: a fault, or null when the printer said that it is printed. */
  async function give(job: Job, list: TickList, paper: GuidePaper): Promise<FaultName | null> {
    const { signal } = job.leave;
    if (paper === 'receipt') {
      if (receiptPrinter === null) return 'receipt-printer-absent';
      const receipt = guideReceipt(list, receiptPrinter.columns);
      sent(job);
      const result = await receiptPrinter.print(receipt, signal);
      return result.outcome === 'printed' ? null : result.fault;
    }
    const document = await thread.typeset(list);
    if (signal.aborted) return 'visit-over';
    sent(job);
    const result = await certificatePrinter.print(
      { document, documentName: `办事清单 ${list.title}`, copies: 1, sides: 'two-sided' },
      progress => held(job, progress.stage === 'held' ? progress.fault : null),
      signal,
    );
    return result.outcome === 'printed' ? null : result.fault;
  }

  function sent(job: Job): void {
    job.moving = true;
    if (!job.dropped) move({ type: 'sent' });
  }

  /** A sheet that waits for paper must not come out for whoever fills the tray, long after its citizen has left. */
  function held(job: Job, fault: FaultName | null): void {
    job.moving = fault === null;
    if (job.dropped && fault !== null) job.leave.abort();
    if (!job.dropped) move({ type: 'held', fault });
  }

  return {
    get flow() {
      return flow;
    },
    get busy() {
      return job !== null;
    },
    print: ({ matterId, answers, paper, language }) => {
      if (job !== null) throw new Refusal('not-now', 'a list is being printed');
      if (flow.used >= listsPerVisit) throw new Refusal('guide-print-limit');
      const printer = paper === 'a4' ? certificatePrinter : receiptPrinter;
      if (printer === null) throw new Refusal('receipt-printer-absent', 'not fitted');
      const trouble = troubleOf(printer.status);
      if (trouble !== null) throw new Refusal(trouble);
      const now = parts.now();
      const guide = guides.guide(matterId, localDate(now));
      if (guide === null) throw new Refusal('guide-unknown', matterId);
      const at = now.getTime();
      const list = composeList({ guide, answers, language, terminal, contentOrigin, now: at });
      job = { leave: new AbortController(), moving: false, dropped: false };
      move({ type: 'asked', paper, matterId });
      running = run(job, list, paper);
    },
    drop: () => {
      if (job !== null) {
        job.dropped = true;
        if (!job.moving) job.leave.abort();
      } else void thread.rest();
      move({ type: 'dropped' });
    },
    close: async () => {
      job?.leave.abort();
      await running;
      await thread.rest();
    },
  };
}

interface Job {
  leave: AbortController;
  /** Bytes are with the printer, and it does not wait. */
  moving: boolean;
  /** Its visit is over. */
  dropped: boolean;
}
