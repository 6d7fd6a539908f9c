import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { type PeerPatch, type PrinterPeerState, peerStateSchema } from './peer-settings.ts';

export interface StartPeerOptions {
  spool: string;
  port?: number;
  controlPort?: number;
  program?: 'auto' | 'ippeveprinter' | 'embedded';
  sheetMs?: number;
  /** True (the default): it ends with this process. False: it is a program beside this one until stopped. */
  withParent?: boolean;
}

export interface StartedPeer {
  readonly pid: number;
  readonly uri: string;
  /** Address that takes GET and PATCH of PrinterPeerState. */
  readonly control: string;
  readonly program: PrinterPeerState['program'];
  get(): Promise<PrinterPeerState>;
  /** Resolves when the printer itself says so. */
  set(patch: PeerPatch): Promise<PrinterPeerState>;
  stop(): Promise<void>;
}

const readyLineSchema = peerStateSchema.extend({ control: z.string() });

/** Starts the printer peer and waits until it prints. Throws with its exit code when it does not come up. */
export async function startPrinterPeer(options: StartPeerOptions): Promise<StartedPeer> {
  const args = [join(import.meta.dirname, 'printer-peer.ts'), '--spool', options.spool];
  args.push('--port', String(options.port ?? 0), '--control-port', String(options.controlPort ?? 0));
  args.push('--program', options.program ?? 'auto');
  if (options.sheetMs !== undefined) args.push('--sheet-ms', String(options.sheetMs));
  const withParent = options.withParent ?? true;
  if (withParent) args.push('--with-parent');
  const child = spawn(process.execPath, args, {
    detached: !withParent,
    stdio: [withParent ? 'pipe' : 'ignore', 'pipe', 'inherit'],
  });
  if (child.stdout === null) throw new Error('printer peer has no standard output');
  const exited = once(child, 'exit');
  const lines = createInterface({ input: child.stdout });
  const line = await Promise.race([
    once(lines, 'line').then(([text]) => String(text)),
    exited.then(([code]) => Promise.reject(new Error(`printer peer ended with ${code}`))),
  ]);
  const ready = readyLineSchema.parse(JSON.parse(line));

  async function call(init?: RequestInit): Promise<PrinterPeerState> {
    const response = await fetch(ready.control, init);
    if (!response.ok) throw new Error(`printer peer answered ${response.status}: ${await response.text()}`);
    return peerStateSchema.parse(await response.json());
  }

  return {
    pid: child.pid ?? 0,
    uri: ready.uri,
    control: ready.control,
    program: ready.program,
    get: () => call(),
    set: patch =>
      call({ method: 'PATCH', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(patch) }),
    async stop() {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
      await exited;
    },
  };
}
