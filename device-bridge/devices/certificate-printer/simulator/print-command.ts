import { readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { type Advice, askAdvice } from './command-advice.ts';
import { controlJobName } from './control-job.ts';
import { pdfPageCount } from './pdf-page-count.ts';
import { settableReasons } from './peer-settings.ts';
import { keepPrinted } from './printed-folder.ts';

/**
 * ippeveprinter runs this for each job as `command FILE` (its option -c) and reads standard error: `STATE:` lines set
 * printer-state-reasons, which stay after the job, `ATTR:` lines the job's counters. Exit 0 is a completed job.
 */
const [file] = process.argv.slice(2);
const {
  PEER_SOCKET: socketPath,
  PEER_SPOOL: spool,
  IPP_JOB_ID: jobId,
  IPP_JOB_NAME: jobName,
  IPP_COPIES,
} = process.env;
if (file === undefined || socketPath === undefined || spool === undefined || jobId === undefined) process.exit(2);

/** How often a waiting printer looks whether the fault is mended. */
const lookMs = 50;
/** Reasons last told to the printer; null before the first line, when it may still show those of an earlier job. */
let told: string[] | null = null;

async function advised(socket: string): Promise<Advice> {
  const advice = await askAdvice(socket, Number(jobId));
  const before = told ?? settableReasons;
  const mended = before.filter(reason => !advice.reasons.includes(reason));
  const fresh = advice.reasons.filter(reason => told === null || !told.includes(reason));
  if (mended.length > 0) process.stderr.write(`STATE: -${mended.join(',')}\n`);
  if (fresh.length > 0) process.stderr.write(`STATE: +${fresh.join(',')}\n`);
  told = advice.reasons;
  return advice;
}

async function printAll(socket: string, document: Buffer, folder: string): Promise<void> {
  const sheets = pdfPageCount(document) * Math.max(1, Number(IPP_COPIES ?? '1'));
  process.stderr.write(`ATTR: job-impressions=${sheets}\n`);
  for (let sheet = 1; sheet <= sheets; sheet++) {
    let advice = await advised(socket);
    while (advice.held && !advice.canceled) {
      await delay(lookMs);
      advice = await advised(socket);
    }
    // A cancelled job ends as cancelled whatever the exit code; what counts is that nothing more comes out.
    if (advice.canceled) return;
    await delay(advice.sheetMs);
    process.stderr.write(`ATTR: job-impressions-completed=${sheet}\n`);
  }
  await keepPrinted(folder, document);
  await advised(socket);
}

if (jobName === controlJobName) await advised(socketPath);
else await printAll(socketPath, await readFile(file), spool);
