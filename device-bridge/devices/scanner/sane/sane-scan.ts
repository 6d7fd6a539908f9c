import { readFile, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { type Attempt, type AttemptEnd, failedAttempt } from '../scanner-backend.ts';
import { maxPages, type ScannerDelays } from '../scanner-delays.ts';
import { wholeJpeg } from '../whole-jpeg.ts';
import { createLines, createMessages } from './messages.ts';
import { createPageFolder } from './page-folder.ts';
import { endOfScan } from './sane-status.ts';
import type { RunEnd, Scanimage } from './scanimage.ts';

/** Kilobytes a read: half as many progress lines as usual, and each costs both programs a turn. */
const buffer = '--buffer-size=256';

export interface SaneScan {
  scanimage: Scanimage;
  /** Device, source, mode, resolution and area. */
  args: string[];
  dpi: number;
  delays: ScannerDelays;
  attempt: Attempt;
}

/** One page from the glass, through a pipe. */
export async function scanGlass({ scanimage, args, dpi, delays, attempt }: SaneScan): Promise<AttemptEnd> {
  const chunks: Buffer[] = [];
  attempt.onProgress({ page: 1, done: 0 });
  const { end, messages } = await scanimage.run({
    args: [...args, '--format=jpeg', '--progress', buffer],
    signal: attempt.signal,
    silentMs: delays.silentMs,
    limitMs: delays.pageMs,
    messages: createMessages(done => attempt.onProgress({ page: 1, done })),
    onOutput: chunk => void chunks.push(chunk),
  });
  const verdict = endOfRun(end, 0, messages);
  if (verdict.end === 'failed') return verdict;
  const page = wholeJpeg(Buffer.concat(chunks));
  if (page === null) return failedAttempt('scanner-failed', 'the picture is not a whole JPEG', 'broken');
  attempt.onPage({ jpeg: page.jpeg, dpi });
  return verdict;
}

/** Sheet by sheet out of the feeder. scanimage can only write them to files; each is gone as soon as it is read. */
export async function scanFeeder({ scanimage, args, dpi, delays, attempt }: SaneScan): Promise<AttemptEnd> {
  const folder = await createPageFolder();
  const stop = new AbortController();
  let broke: AttemptEnd | null = null;
  let pages = 0;
  let current = 1;
  let taken: Promise<void> = Promise.resolve();

  function breakOff(why: AttemptEnd): void {
    broke ??= why;
    stop.abort();
  }

  async function take(name: string): Promise<void> {
    if (stop.signal.aborted) return;
    const path = join(folder.path, name);
    const page = wholeJpeg(await readFile(path).catch(() => Buffer.alloc(0)));
    if (page === null) return breakOff(failedAttempt('scanner-failed', `${name} is not a whole JPEG`));
    await unlink(path);
    pages += 1;
    attempt.onPage({ jpeg: page.jpeg, dpi });
  }

  const overdue = setTimeout(() => breakOff(failedAttempt('scanner-silent', 'a page without end')), delays.pageMs);
  const printed = createLines(line => {
    if (!/^\d+\.jpg$/.test(line)) return;
    overdue.refresh();
    taken = taken.then(() => take(line));
  });
  attempt.onProgress({ page: 1, done: 0 });
  try {
    const { end, messages } = await scanimage.run({
      // One more than allowed: a thicker stack is told apart from one that ends there.
      args: [
        ...args,
        '--format=jpeg',
        '--progress',
        '--batch=%d.jpg',
        '--batch-print',
        `--batch-count=${maxPages + 1}`,
      ],
      cwd: folder.path,
      signal: AbortSignal.any([attempt.signal, stop.signal]),
      silentMs: delays.silentMs,
      limitMs: delays.pageMs * maxPages,
      messages: createMessages(
        done => attempt.onProgress({ page: current, done }),
        page => {
          current = page;
        },
      ),
      onOutput: printed.take,
    });
    await taken;
    if (broke !== null) return broke;
    return endOfRun(end, pages, messages);
  } finally {
    clearTimeout(overdue);
    await folder.remove();
  }
}

function endOfRun(end: RunEnd, pages: number, messages: string[]): AttemptEnd {
  switch (end.ended) {
    case 'exited':
      return endOfScan(end.code, pages, messages);
    case 'spoken':
      return endOfScan(null, pages, messages);
    case 'died':
      return failedAttempt('scanner-silent', `scanimage ended: ${end.why}`, 'broken');
    case 'stopped':
      if (end.why === 'too-much') return failedAttempt('scanner-failed', 'a picture without end');
      return failedAttempt('scanner-silent', `scanimage ${end.why}`);
  }
}
