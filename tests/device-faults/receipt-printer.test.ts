import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, onTestFinished, vi } from 'vitest';
import { createReceiptPrinter } from '../../device-bridge/devices/receipt-printer/driver.ts';
import {
  createBench,
  patience,
  present,
  quickDelays,
  sampleReceipt,
  shown,
} from '../../device-bridge/devices/receipt-printer/printer.test-support.ts';
import { certificateReceipt } from '../../device-bridge/devices/receipt-printer/receipt-document.ts';
import { receiptBytes } from '../../device-bridge/devices/receipt-printer/receipt-render.ts';
import { createEscPosPrinter } from '../../device-bridge/devices/receipt-printer/simulator/esc-pos-printer.ts';
import { serialPortTransport } from '../../device-bridge/devices/transport/serial-port.ts';
import { tcpTransport } from '../../device-bridge/devices/transport/tcp.ts';
import { freePorts } from '../support/free-ports.ts';
import { deviceFaultTests } from './prove.ts';
import { receiptPrinterFaults } from './receipt-printer-faults.ts';
import { endSocat, endSocats, soFar, startSocat, temporaryFolder } from './receipt-printer-socat.ts';

const proves = deviceFaultTests(receiptPrinterFaults);
const document = certificateReceipt(sampleReceipt);
const printed = { outcome: 'printed' };
const uncertain = { outcome: 'uncertain', fault: 'receipt-uncertain' };
const failed = (fault: string) => ({ outcome: 'failed', fault });

afterEach(endSocats);

describe('a receipt printer', () => {
  proves('not-there', async () => {
    const { printer, line, peer, becomes } = createBench({ plugged: false });
    await becomes('absent receipt-printer-absent');
    expect(await printer.print(document, present())).toEqual(failed('receipt-printer-absent'));
    line.plug();
    await becomes('ready');
    expect(peer.receipts).toEqual([]);
    expect(await printer.print(document, present())).toEqual(printed);
    return 1;
  });

  proves('no-listener', async () => {
    const folder = await temporaryFolder();
    const { port } = await freePorts(['port']);
    const transport = tcpTransport({ host: '127.0.0.1', port });
    const printer = createReceiptPrinter({ transport, delays: { ...quickDelays, answerMs: 60 } });
    onTestFinished(() => printer.close());
    expect(await printer.print(document, present())).toEqual(failed('receipt-printer-absent'));
    startSocat('-u', `tcp-listen:${port},bind=127.0.0.1,reuseaddr,fork`, `open:${folder}/out,creat,append`);
    await vi.waitUntil(() => shown(printer.status) === 'absent receipt-printer-silent', patience);
    expect(await printer.print(document, present())).toEqual(failed('receipt-printer-silent'));
    expect((await soFar(join(folder, 'out'))).includes(Buffer.from(receiptBytes(document)))).toBe(false);
    return 2;
  });

  proves('blip', async () => {
    const { printer, line, seen, opens, becomes } = createBench();
    await becomes('ready');
    for (let time = 1; time <= 5; time += 1) {
      line.unplug();
      line.plug();
      await vi.waitUntil(() => opens() === time + 1, patience);
      expect(await printer.print(document, present())).toEqual(printed);
    }
    expect(seen).toEqual(['ready']);
    return 5;
  });

  proves('serial-line-torn', async () => {
    const folder = await temporaryFolder();
    const [port, farPort] = [join(folder, 'terminal'), join(folder, 'printer')];
    const peer = createEscPosPrinter();
    async function plug() {
      const cable = startSocat(`pty,raw,echo=0,link=${port}`, `pty,raw,echo=0,link=${farPort}`);
      await vi.waitUntil(() => existsSync(port) && existsSync(farPort), patience);
      const far = await serialPortTransport(farPort, { baudRate: 19200 })();
      onTestFinished(() => void far.destroy());
      peer.attach(far);
      return cable;
    }
    const cable = await plug();
    const transport = serialPortTransport(port, { baudRate: 19200 });
    const printer = createReceiptPrinter({ transport, delays: quickDelays });
    onTestFinished(() => printer.close());
    await vi.waitUntil(() => printer.status.state === 'ready', patience);
    peer.faults.silentAfterPrinting = true;
    peer.afterLines(3, () => void cable.kill('SIGKILL'));
    expect(await printer.print(document, present())).toEqual(uncertain);
    peer.faults.silentAfterPrinting = false;
    await endSocat(cable);
    await Promise.all([port, farPort].map(link => rm(link, { force: true })));
    await vi.waitUntil(() => printer.status.state === 'absent', patience);
    await plug();
    await vi.waitUntil(() => printer.status.state === 'ready', patience);
    expect(await printer.print(document, present())).toEqual(printed);
    return 1;
  });

  proves('paper-out-before', async () => {
    const { printer, peer, becomes } = createBench();
    peer.set({ paper: 'out' });
    await becomes('attention receipt-printer-out-of-paper');
    expect(await printer.print(document, present())).toEqual(failed('receipt-printer-out-of-paper'));
    peer.set({ paper: 'enough' });
    await becomes('ready');
    expect(peer.receipts).toEqual([]);
    return 1;
  });

  proves('paper-out-in-the-middle', async () => {
    const { printer, peer, becomes } = createBench();
    await becomes('ready');
    peer.afterLines(4, () => peer.set({ paper: 'out' }));
    expect(await printer.print(document, present())).toEqual({
      ...{ outcome: 'uncertain', fault: 'receipt-printer-out-of-paper' },
    });
    await becomes('attention receipt-printer-out-of-paper');
    // Cleared, but for the cut that lets the torn piece fall.
    await vi.waitUntil(() => peer.backlog <= 2, patience);
    peer.set({ paper: 'enough' });
    await becomes('ready');
    expect(await printer.print('下一位', present())).toEqual(printed);
    const [torn, next] = peer.receipts;
    expect(torn?.lines.join('\n')).not.toContain('HY-2026-000123');
    expect(next?.lines.join('').trim()).toBe('下一位');
    return 1;
  });

  proves('paper-low', async () => {
    const { printer, peer, becomes } = createBench();
    peer.set({ paper: 'low' });
    await becomes('ready, paper low');
    expect(await printer.print(document, present())).toEqual(printed);
    return 1;
  });

  proves('cover-open', async () => {
    const { printer, peer, becomes } = createBench();
    peer.set({ coverOpen: true });
    await becomes('attention receipt-printer-cover-open');
    expect(await printer.print(document, present())).toEqual(failed('receipt-printer-cover-open'));
    peer.set({ coverOpen: false });
    await becomes('ready');
    peer.afterLines(2, () => peer.set({ coverOpen: true }));
    expect(await printer.print(document, present())).toEqual({
      ...{ outcome: 'uncertain', fault: 'receipt-printer-cover-open' },
    });
    peer.set({ coverOpen: false });
    await becomes('ready');
    return 2;
  });

  proves('cutter-stuck', async () => {
    const said: string[] = [];
    const { printer, peer, becomes } = createBench({ log: message => said.push(message) });
    await becomes('ready');
    peer.faults.failNext = 'cutter';
    expect(await printer.print(document, present())).toEqual({ outcome: 'uncertain', fault: 'receipt-printer-cutter' });
    await becomes('attention receipt-printer-cutter');
    await vi.waitUntil(() => said.filter(message => message === 'recovering: recover').length >= 3, patience);
    expect(printer.status.state).toBe('attention');
    peer.set({ cutterError: false });
    await becomes('ready');
    return 1;
  });

  proves('overheated', async () => {
    const { printer, peer, becomes } = createBench();
    await becomes('ready');
    peer.faults.failNext = 'recoverable';
    expect(await printer.print(document, present())).toEqual({ outcome: 'uncertain', fault: 'receipt-printer-failed' });
    await becomes('ready');
    expect(await printer.print(document, present())).toEqual(printed);
    return 1;
  });

  proves('broken', async () => {
    const { printer, peer, becomes } = createBench();
    await becomes('ready');
    peer.faults.failNext = 'unrecoverable';
    expect(await printer.print(document, present())).toEqual({ outcome: 'uncertain', fault: 'receipt-printer-failed' });
    await becomes('attention receipt-printer-failed');
    expect(await printer.print(document, present())).toEqual(failed('receipt-printer-failed'));
    return 1;
  });

  proves('off-line', async () => {
    const { printer, peer, becomes } = createBench();
    peer.set({ onLine: false });
    await becomes('attention receipt-printer-offline');
    expect(await printer.print(document, present())).toEqual(failed('receipt-printer-offline'));
    peer.set({ onLine: true });
    await becomes('ready');
    return 1;
  });

  proves('silent', async () => {
    const said: string[] = [];
    const delays = { ...quickDelays, answerMs: 60 };
    const { printer, peer, opens, becomes } = createBench({ delays, log: message => said.push(message) });
    await becomes('ready');
    peer.faults.silent = true;
    await becomes('absent receipt-printer-silent');
    expect(said).toContain('recovering: reset');
    expect(opens()).toBeGreaterThan(1);
    expect(await printer.print(document, present())).toEqual(failed('receipt-printer-silent'));
    peer.faults.silent = false;
    await becomes('ready');
    return 1;
  });

  proves('silent-after-sending', async () => {
    const { printer, peer, becomes } = createBench();
    await becomes('ready');
    peer.faults.silentAfterPrinting = true;
    expect(await printer.print(document, present())).toEqual(uncertain);
    expect(peer.receipts[0]?.cut).toBe(true);
    return 1;
  });

  proves('unplugged-in-the-middle', async () => {
    for (const quietly of [false, true]) {
      const { printer, peer, line, becomes } = createBench({ delays: { ...quickDelays, answerMs: 60 } });
      await becomes('ready');
      peer.afterLines(4, () => line.unplug({ quietly }));
      expect(await printer.print(document, present())).toEqual(uncertain);
      await vi.waitUntil(() => printer.status.state === 'absent', patience);
      line.plug();
      await becomes('ready');
      expect(await printer.print(document, present())).toEqual(printed);
    }
    return 2;
  });

  proves('noise', async () => {
    const tries = 6;
    for (let time = 0; time < tries; time += 1) {
      const { printer, peer } = createBench({ delays: { ...quickDelays, answerMs: 100, printMs: 300 } });
      await vi.waitUntil(() => printer.identity !== null, patience);
      const hangs = time % 2 === 0;
      if (hangs) peer.afterLines(3, () => Object.assign(peer.faults, { stalled: true }));
      peer.faults.noise = crypto.getRandomValues(new Uint8Array(1 + (time % 4)));
      const { outcome } = await printer.print(document, present());
      if (outcome === 'printed') expect([hangs, peer.receipts[0]?.cut]).toEqual([false, true]);
      if (outcome === 'failed') expect(peer.receipts).toEqual([]);
      await printer.close();
    }
    return tries;
  });

  proves('wrong-baud', async () => {
    for (const mangle of [(byte: number) => byte ^ 0xff, (byte: number) => (byte << 1) & 0xff, () => 0]) {
      const { printer, peer, seen, becomes } = createBench({ mangle, delays: { ...quickDelays, answerMs: 60 } });
      await becomes('absent receipt-printer-silent');
      expect(await printer.print(document, present())).toEqual(failed('receipt-printer-silent'));
      expect(seen).not.toContain('ready');
      expect(peer.receipts.some(({ lines }) => /\S/.test(lines.join('')))).toBe(false);
      await printer.close();
    }
    return 3;
  });

  proves('answers-in-crumbs', async () => {
    const { printer, peer, becomes } = createBench();
    Object.assign(peer.faults, { delayMs: 15, chunkBytes: 1 });
    await becomes('ready');
    expect(await printer.print(document, present())).toEqual(printed);
    return 1;
  });

  proves('write-only', async () => {
    const file = join(await temporaryFolder(), 'out');
    const { port } = await freePorts(['port']);
    startSocat('-u', `tcp-listen:${port},bind=127.0.0.1,reuseaddr,fork`, `open:${file},creat,append`);
    const transport = tcpTransport({ host: '127.0.0.1', port });
    const printer = createReceiptPrinter({ transport, delays: quickDelays, answersStatus: false });
    onTestFinished(() => printer.close());
    await vi.waitUntil(() => printer.status.state === 'ready', patience);
    expect(await printer.print(document, present())).toEqual(uncertain);
    const wanted = Buffer.from(receiptBytes(document));
    await vi.waitUntil(async () => (await soFar(file)).includes(wanted), patience);
    return 1;
  });
});
