import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { stringify } from 'yaml';
import { type BridgeConfig, loadConfig } from '../config.ts';
import { createCertificatePrinter } from '../devices/certificate-printer/driver.ts';
import { samplePdf } from '../devices/certificate-printer/sample-pdf.test-support.ts';
import {
  type StartedPeer,
  startPrinterPeer,
} from '../devices/certificate-printer/simulator/start-printer-peer.test-support.ts';
import { healthFile, openHealthStore } from './health-store.ts';
import { lookAtDevices } from './look-at-devices.ts';

let folder: string;
let printer: StartedPeer;
let config: BridgeConfig;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'look-'));
  printer = await startPrinterPeer({ spool: join(folder, 'spool'), program: 'embedded', sheetMs: 20 });
  const file = join(folder, 'terminal.yaml');
  await writeFile(
    file,
    stringify({
      mode: 'demo',
      terminal: { id: 'look-1', placeCode: '331003107' },
      dataDir: '.',
      kioskDir: 'kiosk',
      platform: { url: 'http://127.0.0.1:1/', token: 'a-token-of-16-or-more', sealAuthorities: ['seal.pem'] },
      content: { origin: 'http://127.0.0.1:1/', trustedRoot: 'root.json' },
      idCardReader: { transport: 'simulator' },
      certificatePrinter: { uri: printer.uri },
      receiptPrinter: { transport: 'simulator' },
    }),
  );
  config = await loadConfig(file);
}, 30_000);
afterAll(async () => {
  await printer.stop();
  await rm(folder, { recursive: true });
});

test('every device has said who it is, even when all are well at once', async () => {
  const { ready, devices } = await lookAtDevices(config);
  expect(ready).toBe(true);
  expect(devices.find(({ device }) => device === 'receiptPrinter')?.identity).toMatchObject({ model: 'RP-80' });
});

test('a look beside the terminal neither calls its jobs back nor touches what it remembers', async () => {
  const own = createCertificatePrinter({ uri: printer.uri, userName: config.terminal.id });
  try {
    await vi.waitFor(() => expect(own.status.state).toBe('ready'), 10_000);
    await printer.set({ sheetMs: 3000 });
    const stages: string[] = [];
    const job = { document: samplePdf(1), documentName: 'Sample', copies: 1 };
    const printing = own.print(job, ({ stage }) => stages.push(stage), new AbortController().signal);
    await vi.waitFor(() => expect(stages).toContain('printing'), 10_000);
    await lookAtDevices(config);
    expect(existsSync(join(config.dataDir, healthFile))).toBe(false);
    await printer.set({ sheetMs: 20 });
    expect(await printing).toEqual({ outcome: 'printed', sheets: 1 });
  } finally {
    await own.close();
  }
}, 60_000);

test('it tells the faults that the terminal remembers', async () => {
  const store = openHealthStore(join(config.dataDir, healthFile));
  try {
    store.remember('receiptPrinter', 'receipt-printer-cutter', new Date('2026-11-23T08:00:00Z'));
    const { devices } = await lookAtDevices(config);
    expect(devices.find(({ device }) => device === 'receiptPrinter')?.lastFault?.fault.code).toBe('E805');
  } finally {
    store.close();
  }
});
