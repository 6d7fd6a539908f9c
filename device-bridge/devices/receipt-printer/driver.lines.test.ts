import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { serialPortTransport } from '../transport/serial-port.ts';
import { tcpTransport } from '../transport/tcp.ts';
import { createReceiptPrinter } from './driver.ts';
import { patience, present, quickDelays, readPicture, sampleReceipt, shown } from './printer.test-support.ts';
import { certificateReceipt } from './receipt-document.ts';
import { receiptBytes } from './receipt-render.ts';
import { createEscPosPrinter } from './simulator/esc-pos-printer.ts';
import { askSensor } from './status-codec.ts';

const document = certificateReceipt(sampleReceipt);
vi.setConfig({ testTimeout: 20_000 });

let folder: string;
let socat: ChildProcess | null = null;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'receipt-line-'));
});
afterEach(async () => {
  await stopSocat();
  await rm(folder, { recursive: true });
});

async function stopSocat(): Promise<void> {
  if (socat === null) return;
  const ended = once(socat, 'exit');
  socat.kill('SIGKILL');
  socat = null;
  await ended;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  await new Promise(closed => server.close(closed));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** What has arrived: socat makes the file with the first connection. */
function soFar(file: string): Promise<Buffer> {
  return readFile(file).catch(() => Buffer.alloc(0));
}

/** Socat's own listener keeps every byte that comes and answers none. */
async function capture(file: string): Promise<number> {
  const port = await freePort();
  socat = spawn('socat', ['-u', `tcp-listen:${port},bind=127.0.0.1,reuseaddr,fork`, `open:${file},creat,append`], {
    stdio: 'ignore',
  });
  return port;
}

describe('a receipt over the network', () => {
  test('reaches a peer that is not ours byte for byte, and is uncertain as that peer answers nothing', async () => {
    const file = join(folder, 'out.bin');
    const transport = tcpTransport({ host: '127.0.0.1', port: await capture(file) });
    const printer = createReceiptPrinter({ transport, delays: quickDelays, answersStatus: false });
    await vi.waitUntil(() => printer.status.state === 'ready', patience);
    expect(await printer.print(document, present())).toEqual({ outcome: 'uncertain', fault: 'receipt-uncertain' });
    await printer.close();
    const wanted = Buffer.concat([receiptBytes(document), askSensor]);
    await vi.waitUntil(async () => (await soFar(file)).length >= wanted.length, patience);
    const bytes = await readFile(file);
    expect(bytes.equals(wanted)).toBe(true);
    // 王 is CD F5, * and then 𠮷 in four bytes of GB18030.
    expect(bytes.includes(Buffer.from('cdf52a9534b235', 'hex'))).toBe(true);
  });

  test('is refused while the same peer should answer and does not', async () => {
    const file = join(folder, 'out.bin');
    const transport = tcpTransport({ host: '127.0.0.1', port: await capture(file) });
    const printer = createReceiptPrinter({ transport, delays: { ...quickDelays, answerMs: 60 } });
    try {
      await vi.waitUntil(() => shown(printer.status) === 'absent receipt-printer-silent', patience);
      expect(await printer.print(document, present())).toEqual({ outcome: 'failed', fault: 'receipt-printer-silent' });
      expect((await soFar(file)).includes(Buffer.from(receiptBytes(document)))).toBe(false);
    } finally {
      await printer.close();
    }
  });
});

describe('a receipt over a serial line', () => {
  test('is printed, and again after the line was torn and is back', async () => {
    const [port, farPort] = [join(folder, 'terminal'), join(folder, 'printer')];
    const peer = createEscPosPrinter();
    async function plug() {
      socat = spawn('socat', [`pty,raw,echo=0,link=${port}`, `pty,raw,echo=0,link=${farPort}`], { stdio: 'ignore' });
      await vi.waitUntil(() => existsSync(port) && existsSync(farPort), patience);
      const far = await serialPortTransport(farPort, { baudRate: 19200 })();
      peer.attach(far);
      return far;
    }
    let far = await plug();
    const transport = serialPortTransport(port, { baudRate: 19200 });
    const printer = createReceiptPrinter({ transport, delays: quickDelays });
    try {
      await vi.waitUntil(() => printer.status.state === 'ready', patience);
      expect(await printer.print(document, present())).toEqual({ outcome: 'printed' });
      expect(await readPicture(peer.receipts[0]?.pictures[0])).toBe(sampleReceipt.verificationUrl);

      await stopSocat();
      far.destroy();
      await Promise.all([port, farPort].map(link => rm(link, { force: true })));
      await vi.waitUntil(() => printer.status.state === 'absent', patience);
      far = await plug();
      await vi.waitUntil(() => printer.status.state === 'ready', patience);
      expect(await printer.print(document, present())).toEqual({ outcome: 'printed' });
      expect(peer.receipts.filter(({ cut }) => cut)).toHaveLength(2);
    } finally {
      await printer.close();
      far.destroy();
    }
  });
});
