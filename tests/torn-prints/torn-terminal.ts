import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'vite';
import { openPrintLedger, type UnsettledPrint } from '../../device-bridge/certificates/print-ledger.ts';
import { createSettlement } from '../../device-bridge/certificates/settlement.ts';
import { createCertificatePrinter } from '../../device-bridge/devices/certificate-printer/driver.ts';
import { quickDelays, untilStatus } from '../../device-bridge/devices/certificate-printer/peer.test-support.ts';
import type { Log } from '../../device-bridge/log.ts';
import { createPlatformClient } from '../../device-bridge/platform/client.ts';
import type { ChildTask } from './terminal-child.ts';
import { terminalName } from './terminal-name.ts';

/** The child in one file: half of its time would go into finding and stripping modules. */
export async function buildTerminal(folder: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'warn',
    root: import.meta.dirname,
    ssr: { noExternal: true },
    build: {
      ...{ ssr: true, outDir: folder, emptyOutDir: true, target: 'node24', minify: false },
      rolldownOptions: {
        input: { child: join(import.meta.dirname, 'terminal-child.ts') },
        output: { entryFileNames: '[name].mjs' },
      },
    },
  });
  return join(folder, 'child.mjs');
}

export interface ChildEvent {
  event: 'issued' | 'progress';
  number?: string;
  stage?: string;
}

/** What the bridge does when it starts again: settles what was cut off, and clears the printer. Prints still unsettled. */
export async function restartTerminal(task: ChildTask): Promise<UnsettledPrint[]> {
  const ledger = openPrintLedger(join(task.folder, 'print-ledger.sqlite'));
  const platform = createPlatformClient({ url: task.platformUrl, token: task.token });
  const log = { warn: () => {} } as unknown as Log;
  const printer = createCertificatePrinter({ uri: task.printerUri, userName: terminalName, delays: quickDelays });
  try {
    await createSettlement(ledger, platform, log).settle();
    await untilStatus(printer, status => status.state === 'ready' && !status.busy);
    return ledger.unsettled();
  } finally {
    await printer.close();
    ledger.close();
  }
}

export interface TerminalRun {
  process: ChildProcess;
  /** Resolves when it has ended, one way or the other. */
  ended: Promise<{ killed: boolean; events: ChildEvent[] }>;
}

/** Starts the terminal's program once; `onEvent` hears every step as it is told. */
export function runTerminal(program: string, task: ChildTask, onEvent: (event: ChildEvent) => void): TerminalRun {
  const child = spawn(process.execPath, [program], {
    env: { ...process.env, NODE_COMPILE_CACHE: `${program}.cache`, CHILD_TASK: JSON.stringify(task) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const events: ChildEvent[] = [];
  const lines = createInterface({ input: child.stdout });
  lines.on('line', line => {
    const event: ChildEvent = JSON.parse(line);
    events.push(event);
    onEvent(event);
  });
  const ended = Promise.all([once(child, 'exit'), once(lines, 'close')]).then(([[code, signal]]) => {
    if (signal !== 'SIGKILL' && code !== 0)
      throw new Error(`the terminal ended with ${code}: ${JSON.stringify(events)}`);
    return { killed: signal === 'SIGKILL', events };
  });
  return { process: child, ended };
}
