import { maxPageBytes, type ScannerDelays } from '../scanner-delays.ts';
import { type ChildEnd, runChild } from './child.ts';
import { createMessages, type Messages } from './messages.ts';
import { type ListedDevice, listFormat, parseDeviceList } from './sane-devices.ts';
import { isLastWord } from './sane-status.ts';

export interface ScanimageOptions {
  /** Path or name of scanimage. */
  program: string;
  /** Over this process's own environment: SANE_CONFIG_DIR and the like. */
  env: Record<string, string>;
  delays: ScannerDelays;
}

/** One run of scanimage. */
export interface Run {
  args: string[];
  signal: AbortSignal;
  cwd?: string;
  silentMs: number;
  limitMs: number;
  outputLimitBytes?: number;
  onOutput(chunk: Buffer): void;
  messages?: Messages;
}

/** spoken: it said its last word but did not end by itself. */
export type RunEnd = ChildEnd | { ended: 'spoken' };

export type Scanimage = ReturnType<typeof createScanimage>;

export function createScanimage({ program, env, delays }: ScanimageOptions) {
  // Its words are read: they must not be translated.
  const environment = { ...process.env, ...env, LC_ALL: 'C' };

  async function run(task: Run): Promise<{ end: RunEnd; messages: string[] }> {
    const messages = task.messages ?? createMessages();
    const over = new AbortController();
    let ending: NodeJS.Timeout | undefined;
    const heard = (chunk: Buffer): boolean => {
      const news = messages.take(chunk);
      if (news && ending === undefined && messages.lines().some(isLastWord))
        ending = setTimeout(() => over.abort(), delays.cancelMs);
      return news;
    };
    const end = await runChild({
      program,
      args: task.args,
      env: environment,
      ...(task.cwd === undefined ? {} : { cwd: task.cwd }),
      silentMs: task.silentMs,
      limitMs: task.limitMs,
      cancelMs: delays.cancelMs,
      outputLimitBytes: task.outputLimitBytes ?? maxPageBytes,
      signal: AbortSignal.any([task.signal, over.signal]),
      onOutput: chunk => {
        task.onOutput(chunk);
        return true;
      },
      onMessage: heard,
    });
    clearTimeout(ending);
    if (over.signal.aborted && !task.signal.aborted)
      return { end: { ended: 'spoken' as const }, messages: messages.lines() };
    return { end, messages: messages.lines() };
  }

  async function text(args: string[], signal: AbortSignal, limitMs: number) {
    const chunks: Buffer[] = [];
    const onOutput = (chunk: Buffer): void => void chunks.push(chunk);
    const result = await run({ args, signal, silentMs: limitMs, limitMs, outputLimitBytes: 1024 * 1024, onOutput });
    return { ...result, output: Buffer.concat(chunks).toString('utf8') };
  }

  return {
    run,
    /** Opens the scanner and lists its options, those of one source when it is named. */
    options: (device: string, source: string | null, signal: AbortSignal) =>
      text(
        [`--device-name=${device}`, ...(source === null ? [] : [`--source=${source}`]), '--format=jpeg', '-A'],
        signal,
        delays.lookMs,
      ),
    /** Every scanner that any backend finds: seconds, for some ask the whole network. */
    async list(signal: AbortSignal): Promise<ListedDevice[]> {
      return parseDeviceList((await text([`-f${listFormat}`], signal, 3 * delays.lookMs)).output);
    },
  };
}
