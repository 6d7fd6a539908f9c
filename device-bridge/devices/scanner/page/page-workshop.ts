import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Refusal } from '../../../../content/common/faults.ts';
import type { PageReport, ScannedPicture, StraightenedPage } from './page-report.ts';
import type { PageAnswer, PageTask } from './page-tasks.ts';
import type { PdfLimits } from './pages-to-pdf.ts';

/** Each call may throw Refusal scanner-failed: a damaged picture, one that ended the process, or one that took too long. */
export interface PageWorkshop {
  inspect(page: ScannedPicture): Promise<PageReport>;
  straighten(page: ScannedPicture, report: PageReport): Promise<StraightenedPage>;
  /** @throws Refusal scan-too-large, too */
  toPdf(pages: readonly ScannedPicture[], limits: PdfLimits): Promise<Uint8Array>;
  /** Ends the process; what is under way is rejected. */
  close(): Promise<void>;
}

export interface WorkshopDelays {
  /** Without a call for this long, the process ends and its memory with it: pages are personal. */
  idleMs: number;
  /** For each page of a call. A page takes half a second; a document that must be made smaller a second for each page. */
  pageLimitMs: number;
}

export const workshopDelays: WorkshopDelays = { idleMs: 15_000, pageLimitMs: 20_000 };

/**
 * Page processing in a process of its own, started by the first call. Not a thread: the picture decoder is native code
 * that some damaged files end with a segmentation fault, which would take the bridge with it, and that keeps memory.
 */
export function createPageWorkshop(delays: WorkshopDelays = workshopDelays): PageWorkshop {
  let child: ChildProcess | null = null;
  let idle: NodeJS.Timeout | undefined;
  let closed = false;
  /** Settles when the process that was ended last is no more. */
  let gone: Promise<unknown> = Promise.resolve();
  /** Settles with the call before; calls wait for one another. */
  let last: Promise<unknown> = Promise.resolve();

  function end(): void {
    if (child === null) return;
    const ended = child;
    gone = once(ended, 'exit').catch(() => {});
    ended.ref();
    ended.kill('SIGKILL');
    child = null;
  }

  function start(): ChildProcess {
    const started = startProcess();
    started.once('exit', () => {
      if (child === started) child = null;
    });
    return started;
  }

  async function run<Value>(task: PageTask): Promise<Value> {
    if (closed) throw new Refusal('scanner-failed', 'page processing is closed');
    clearTimeout(idle);
    child ??= start();
    try {
      return resultOf(await answerOf(child, task, delays.pageLimitMs * pagesOf(task))) as Value;
    } catch (error) {
      // A refusal by the process itself leaves it as it was.
      if (error instanceof Ended) end();
      throw error instanceof Ended ? new Refusal('scanner-failed', error.message) : error;
    } finally {
      idle = setTimeout(end, delays.idleMs).unref();
    }
  }

  function inTurn<Value>(task: PageTask): Promise<Value> {
    const turn = last.then(() => run<Value>(task));
    last = turn.catch(() => {});
    return turn;
  }

  return {
    inspect: page => inTurn({ task: 'inspect', page }),
    straighten: (page, report) => inTurn({ task: 'straighten', page, report }),
    toPdf: (pages, limits) => inTurn({ task: 'pdf', pages, limits }),
    close: async () => {
      closed = true;
      end();
      await last;
      clearTimeout(idle);
      await gone;
    },
  };
}

function startProcess(): ChildProcess {
  const child = fork(fileURLToPath(new URL('./page-process.ts', import.meta.url)), {
    // Structured clone: bytes go over as bytes.
    serialization: 'advanced',
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  // The bridge may end without waiting for it; it ends itself when the channel does.
  child.unref();
  child.channel?.unref();
  return child;
}

class Ended extends Error {}

/** @throws Ended when the process ended or took too long */
function answerOf(child: ChildProcess, task: PageTask, limitMs: number): Promise<PageAnswer> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void): void => {
      clearTimeout(timer);
      child.off('message', answered).off('exit', exited).off('error', failed);
      act();
    };
    const answered = (answer: unknown): void => settle(() => resolve(answer as PageAnswer));
    const exited = (code: number | null, signal: string | null): void =>
      settle(() => reject(new Ended(`page processing ended with ${signal ?? code}`)));
    const failed = (error: Error): void => settle(() => reject(new Ended(error.message)));
    const timer = setTimeout(
      () => settle(() => reject(new Ended(`page processing took longer than ${limitMs} ms`))),
      limitMs,
    );
    child.on('message', answered).on('exit', exited).on('error', failed);
    child.send(task, error => {
      if (error) failed(error);
    });
  });
}

function pagesOf(task: PageTask): number {
  return task.task === 'pdf' ? Math.max(1, task.pages.length) : 1;
}

function resultOf(answer: PageAnswer): unknown {
  switch (answer.outcome) {
    case 'done':
      return answer.value;
    case 'refused':
      throw new Refusal(answer.fault, answer.detail);
    case 'thrown':
      throw new Error(`page processing failed: ${answer.stack}`);
  }
}
