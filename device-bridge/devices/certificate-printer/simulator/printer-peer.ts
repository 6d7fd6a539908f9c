import { mkdir } from 'node:fs/promises';
import { createServer } from 'node:http';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startEmbeddedPrinter } from './embedded-program.ts';
import { findIppeveprinter } from './ippeveprinter-process.ts';
import { startIppeveprinter } from './ippeveprinter-program.ts';
import { listenOnLoopback, servePeerControl } from './peer-control.ts';
import type { PeerProgram, PeerProgramOptions } from './peer-program.ts';
import { initialSettings, peerSettingsSchema } from './peer-settings.ts';

const usage = `Plays the certificate printer: an IPP printer on loopback, with faults set over HTTP.

  --port N          port of the printer, 0 for a free one (default 0)
  --control-port N  port of the control interface, 0 for a free one (default 0)
  --spool DIR       folder for what has been printed (required)
  --program P       auto, ippeveprinter or embedded (default auto: ippeveprinter where it is installed)
  --sheet-ms N      time for one sheet (default ${initialSettings.sheetMs})
  --with-parent     end when standard input closes or the parent process ends

Prints one line of JSON when ready: the state, with "uri" of the printer and "control", the address that takes
GET and PATCH. SIGTERM ends it and every process it has started.`;

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    'control-port': { type: 'string', default: '0' },
    spool: { type: 'string' },
    program: { type: 'string', default: 'auto' },
    'sheet-ms': { type: 'string', default: String(initialSettings.sheetMs) },
    'with-parent': { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) {
  console.log(usage);
  process.exit(0);
}
const sheetMs = peerSettingsSchema.shape.sheetMs.safeParse(Number(values['sheet-ms']));
const ports = [values.port, values['control-port']].map(Number);
const portsFit = ports.every(port => Number.isInteger(port) && port >= 0 && port < 65_536);
if (values.spool === undefined || !sheetMs.success || !portsFit || !isProgram(values.program)) {
  console.error(usage);
  process.exit(2);
}

function isProgram(text: string): text is 'auto' | 'ippeveprinter' | 'embedded' {
  return text === 'auto' || text === 'ippeveprinter' || text === 'embedded';
}

function startProgram(
  wanted: 'auto' | 'ippeveprinter' | 'embedded',
  options: PeerProgramOptions,
): Promise<PeerProgram> {
  if (wanted === 'ippeveprinter') return startIppeveprinter(options);
  if (wanted === 'embedded') return startEmbeddedPrinter(options);
  if (findIppeveprinter() !== null) return startIppeveprinter(options);
  console.error('printer-peer: ippeveprinter is not installed; the embedded printer takes its place');
  return startEmbeddedPrinter(options);
}

/** ippeveprinter cannot choose a port itself. */
async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listenOnLoopback(server, 0);
  await new Promise(done => server.close(done));
  return port;
}

const spool = resolve(values.spool);
await mkdir(spool, { recursive: true });
const settings = { ...initialSettings, sheetMs: sheetMs.data };
const port = ports[0] || (await freePort());
const program = await startProgram(values.program, { port, spool, settings });
const control = await servePeerControl(program, settings, ports[1] ?? 0);

let ending = false;
function end(): void {
  if (ending) return;
  ending = true;
  control.close();
  void program.close().then(() => process.exit(0));
}
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, end);
if (values['with-parent']) {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) end();
  }, 500).unref();
  process.stdin.on('close', end).on('error', end).resume();
}

console.log(JSON.stringify({ ...control.state, control: control.address }));
