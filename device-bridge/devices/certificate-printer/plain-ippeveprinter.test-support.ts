import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createIppClient } from './ipp-client.ts';
import { findProgram } from './simulator/find-program.ts';
import { findIppeveprinter, launchPrinter, startBus } from './simulator/ippeveprinter-process.ts';
import { listenOnLoopback } from './simulator/peer-control.ts';

/** ippeveprinter with other options and nobody who plays faults: what it prints is thrown away. */
export async function startPlainIppeveprinter(moreArgs: string[]): Promise<{ uri: string; stop(): Promise<void> }> {
  const programs = findIppeveprinter();
  if (programs === null) throw new Error('ippeveprinter and dbus-daemon are not installed');
  const work = await mkdtemp(join(tmpdir(), 'plain-printer-'));
  const [queueFolder, keyFolder, busPath] = [join(work, 'queue'), join(work, 'keys'), join(work, 'bus')];
  for (const folder of [queueFolder, keyFolder]) await mkdir(folder);
  const server = createServer();
  const port = await listenOnLoopback(server, 0);
  await new Promise(done => server.close(done));
  const uri = `ipp://localhost:${port}/ipp/print`;
  const closing = new AbortController();
  const times = { queryTimeoutMs: 2_000, sendTimeoutMs: 2_000 };
  const client = createIppClient({ uri, userName: 'test', ...times, signal: closing.signal });
  const bus = await startBus(programs.bus, busPath, work);
  const printer = await launchPrinter({
    ...{ program: programs.printer, port, queueFolder, keyFolder, client, moreArgs },
    ...{ commandPath: findProgram('true') ?? '/bin/true', busAddress: `unix:path=${busPath}`, env: {} },
  });
  return {
    uri,
    async stop() {
      closing.abort();
      await printer.kill();
      await bus.kill();
      await rm(work, { recursive: true, force: true });
    },
  };
}
