import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { stringify } from 'yaml';
import type { DeviceName, DeviceReadiness, Readiness } from '../device-bridge/api/types.ts';
import { startPrinterPeer } from '../device-bridge/devices/certificate-printer/simulator/start-printer-peer.test-support.ts';
import { createSamSimulator } from '../device-bridge/devices/id-card-reader/simulator/sam-simulator.ts';
import { testBackend } from '../device-bridge/devices/scanner/sane/sane-peers.test-support.ts';
import { createSerialCable, type SerialCable } from '../device-bridge/devices/transport/serial-cable.test-support.ts';
import { command, run } from './support/programs.ts';

type Printer = Awaited<ReturnType<typeof startPrinterPeer>>;

let folder: string;
let cable: SerialCable;
let printer: Printer;
let scanner: Awaited<ReturnType<typeof testBackend>>;
/** Takes the line and never says a word. */
let silent: Server;
let config: Record<string, unknown>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'doctor-'));
  cable = createSerialCable(folder, far => createSamSimulator().attach(far));
  await cable.plug();
  printer = await startPrinterPeer({ spool: join(folder, 'spool'), program: 'ippeveprinter', sheetMs: 20 });
  scanner = await testBackend();
  silent = createServer(socket => void socket.on('error', () => {})).listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const { port } = silent.address() as AddressInfo;
  config = {
    mode: 'terminal',
    port: 1,
    terminal: { id: 'doctor-1', placeCode: '331003107' },
    dataDir: 'data',
    kioskDir: 'kiosk',
    platform: { url: 'http://127.0.0.1:1/', token: 'a-token-of-16-or-more', sealAuthorities: ['seal.pem'] },
    content: { origin: 'http://127.0.0.1:1/', trustedRoot: 'root.json' },
    idCardReader: { transport: 'serial', port: cable.port },
    certificatePrinter: { uri: printer.uri },
    scanner: { driver: 'sane', device: scanner.device },
    receiptPrinter: { transport: 'tcp', host: '127.0.0.1', port },
  };
  await writeFile(join(folder, 'terminal.yaml'), stringify(config));
}, 60_000);
afterAll(async () => {
  silent.close();
  await printer.stop();
  await scanner.remove();
  await cable.unplug();
  await rm(folder, { recursive: true });
});

async function doctor(...args: string[]): Promise<{ code: number; readiness: Readiness }> {
  const program = [
    process.execPath,
    'scripts/commands/terminal.ts',
    'doctor',
    '--config',
    join(folder, 'terminal.yaml'),
  ];
  const result = await run('env', [`SANE_CONFIG_DIR=${scanner.path}`, ...program, '--json', ...args]);
  return { code: result.code, readiness: JSON.parse(result.stdout) };
}

function named(readiness: Readiness, name: DeviceName): DeviceReadiness | undefined {
  return readiness.devices.find(({ device }) => device === name);
}

test('every device is told by its own peer: those that work with who they are, the one that does not with what to do', async () => {
  const report = join(folder, 'report.pdf');
  const { code, readiness } = await doctor('--report', report);
  expect(code).toBe(1);
  expect(readiness.ready).toBe(false);
  expect(named(readiness, 'idCardReader')).toMatchObject({
    works: true,
    selfTest: 'passed',
    address: cable.port,
    identity: { serialNumber: expect.stringMatching(/^\d{2}\.\d{2}-/) },
  });
  expect(named(readiness, 'certificatePrinter')).toMatchObject({
    works: true,
    identity: { model: expect.any(String) },
    details: { sheetsLeft: 250 },
  });
  expect(named(readiness, 'scanner')).toMatchObject({ works: true, address: 'test:0' });
  expect(named(readiness, 'receiptPrinter')).toMatchObject({
    works: false,
    found: false,
    fault: { code: 'E802' },
    remedy: expect.stringContaining('DLE EOT'),
  });
  expect(readiness.platformReachable).toBe(false);
  expect((await run('pdftotext', [report, '-'])).stdout).toContain('E802');
});

test('without a terminal and without a configuration it says what to give it', async () => {
  const { code, stdout } = await command('terminal', 'doctor', '--port', '1', '--json');
  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({ code: 'E613', remedy: expect.stringContaining('--config') });
});

test('a configuration that one device refuses ends it with a code, though others are open already', async () => {
  const file = join(folder, 'wrong.yaml');
  const { uri } = printer;
  await writeFile(file, stringify({ ...config, certificatePrinter: { uri, pinnedCertificate: 'none.pem' } }));
  const { code, stdout } = await command('terminal', 'doctor', '--config', file, '--json');
  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({ code: 'E601', message: expect.stringContaining('none.pem') });
});

test('a port that does not answer as this terminal is named, before a device is said to be absent', async () => {
  const stranger = createServer(socket => void socket.destroy()).listen(0, '127.0.0.1');
  await once(stranger, 'listening');
  const { port } = stranger.address() as AddressInfo;
  const file = join(folder, 'taken.yaml');
  await writeFile(file, stringify({ ...config, port }));
  const { code, stdout } = await command('terminal', 'doctor', '--config', file, '--json');
  stranger.close();
  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({ code: 'E612', message: expect.stringContaining(String(port)) });
});
