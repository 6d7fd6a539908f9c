import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { createIppClient } from '../ipp-client.ts';
import { severityOf } from '../reason-severity.ts';
import { type Advice, serveAdvice } from './command-advice.ts';
import { controlDocument, controlJobName } from './control-job.ts';
import type { GuardedGroup } from './guarded-group.ts';
import { findIppeveprinter, launchPrinter, setSupplies, setTray, startBus } from './ippeveprinter-process.ts';
import type { PeerProgram, PeerProgramOptions } from './peer-program.ts';
import { isHeld, settableReasons, trayCapacity, wantedReasons } from './peer-settings.ts';

/** How long a setting may take until the printer says it; a job held by an empty tray lets no other reason in. */
const settleLimitMs = 3_000;
/** How often the printer is looked after while something is not yet as wanted. */
const tendMs = 300;

/** Debian's ippeveprinter, a printer nobody here wrote, with faults and sheets played by our print command. */
export async function startIppeveprinter(options: PeerProgramOptions): Promise<PeerProgram> {
  const programs = findIppeveprinter();
  if (programs === null)
    throw new Error('ippeveprinter or dbus-daemon is not installed (packages cups-ipp-utils, dbus)');
  const { port, spool } = options;
  const uri = `ipp://localhost:${port}/ipp/print`;
  const work = await mkdtemp(join(tmpdir(), 'printer-peer-'));
  const closing = new AbortController();
  const client = createIppClient({
    uri,
    userName: 'printer-peer',
    queryTimeoutMs: 2_000,
    sendTimeoutMs: 2_000,
    signal: closing.signal,
  });
  let settings = options.settings;
  let printer: GuardedGroup | null = null;

  const socketPath = join(work, 'advice');
  const advice = await serveAdvice(socketPath, adviseOn);
  const busPath = join(work, 'bus');
  const bus = await startBus(programs.bus, busPath, work);
  const queueFolder = join(work, 'queue');
  const keyFolder = join(work, 'keys');
  for (const folder of [queueFolder, keyFolder]) await mkdir(folder);
  const commandPath = join(work, 'print');
  const commandFile = join(import.meta.dirname, 'print-command.ts');
  await writeFile(commandPath, `#!/bin/sh\nexec '${process.execPath}' '${commandFile}' "$@"\n`);
  await chmod(commandPath, 0o755);

  async function adviseOn(jobId: number): Promise<Advice> {
    const job = await client.getJobAttributes(jobId);
    return {
      canceled: job.ok && isCanceled(job.value),
      held: isHeld(settings),
      reasons: wantedReasons(settings),
      sheetMs: settings.sheetMs,
    };
  }

  function launch(): Promise<GuardedGroup> {
    return launchPrinter({
      program: programs?.printer ?? '',
      port,
      queueFolder,
      keyFolder,
      commandPath,
      busAddress: `unix:path=${busPath}`,
      // The print command starts anew for each job.
      env: { PEER_SOCKET: socketPath, PEER_SPOOL: spool, NODE_COMPILE_CACHE: join(work, 'compiled') },
      client,
    });
  }

  const showTray = () => setTray(port, settings.tray === 'full' ? trayCapacity : 0);

  /** Does work that an empty tray would hold back. */
  async function withPaper(work: () => Promise<void>): Promise<void> {
    if (settings.tray === 'empty') await setTray(port, trayCapacity);
    try {
      await work();
    } finally {
      if (settings.tray === 'empty') await showTray();
    }
  }

  async function untilEnded(jobId: number): Promise<void> {
    for (const until = performance.now() + settleLimitMs; performance.now() < until; await delay(20)) {
      const job = await client.getJobAttributes(jobId);
      if (!job.ok || ['completed', 'canceled', 'aborted'].includes(job.value.state)) return;
    }
  }

  /** One look after the printer. True when it says what the settings say. */
  async function tend(): Promise<boolean> {
    const look = await client.getPrinterAttributes();
    if (!look.ok) return false;
    const { state, reasons } = look.value;
    const wanted = wantedReasons(settings);
    const says = (keyword: string) => reasons.some(reason => severityOf(reason, keyword) !== null);
    const settled = settableReasons.every(keyword => says(keyword) === wanted.includes(keyword));
    if (!settled && state === 'idle') {
      await withPaper(async () => {
        const job = await client.printJob({ documentName: controlJobName, copies: 1 }, controlDocument);
        if (job.ok) await untilEnded(job.value.jobId);
      });
    }
    if (settings.tray === 'empty' && state === 'processing') await releaseCanceled();
    return settled && says('media-empty') === (settings.tray === 'empty');
  }

  /** ippeveprinter keeps a job that waits for paper even when it is cancelled; a real one lets go of it. */
  async function releaseCanceled(): Promise<void> {
    const jobs = await client.getJobs('all');
    for (const jobId of jobs.ok ? jobs.value : []) {
      const job = await client.getJobAttributes(jobId);
      if (job.ok && isCanceled(job.value)) await withPaper(() => untilEnded(jobId));
    }
  }

  /** Settings change one at a time, and the look after the printer is one of the things that take their turn. */
  let last: Promise<void> = Promise.resolve();
  function inTurn(work: () => Promise<void>): Promise<void> {
    const mine = last.then(work);
    last = mine.catch(() => {});
    return mine;
  }

  let unsettled = false;
  let tendingNow = false;
  const tending = setInterval(() => {
    if (tendingNow || settings.power !== 'on' || !(unsettled || settings.tray === 'empty')) return;
    tendingNow = true;
    inTurn(async () => {
      if (settings.power === 'on' && printer?.running) unsettled = !(await tend());
    })
      // The printer was taken away while it was looked after: the next look finds out.
      .catch(() => {})
      .finally(() => {
        tendingNow = false;
      });
  }, tendMs);

  async function applyNow(wanted: typeof settings): Promise<void> {
    settings = wanted;
    if (wanted.power === 'off') {
      await printer?.kill();
      printer = null;
      return;
    }
    if (printer?.running) printer.signal('SIGCONT');
    else printer = await launch();
    if (wanted.power === 'hung') {
      printer.signal('SIGSTOP');
      return;
    }
    await setSupplies(port, wanted.wastePercent, wanted.tonerPercent);
    await showTray();
    unsettled = true;
    for (const until = performance.now() + settleLimitMs; unsettled && performance.now() < until; await delay(20)) {
      unsettled = !(await tend());
    }
  }

  const peer: PeerProgram = {
    program: 'ippeveprinter',
    uri,
    apply: wanted => inTurn(() => applyNow(wanted)),
    async close() {
      clearInterval(tending);
      closing.abort();
      await printer?.kill();
      await last;
      await printer?.kill();
      await bus.kill();
      advice.close();
      await rm(work, { recursive: true, force: true });
    },
  };
  try {
    await peer.apply(options.settings);
  } catch (error) {
    await peer.close();
    throw error;
  }
  return peer;
}

function isCanceled(job: { state: string; reasons: string[] }): boolean {
  return job.state === 'canceled' || job.reasons.includes('processing-to-stop-point');
}
