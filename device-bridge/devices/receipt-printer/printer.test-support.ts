import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { promisify } from 'node:util';
import { expect, onTestFinished, vi } from 'vitest';
import { createInProcessLine } from '../transport/in-process.ts';
import { createReceiptPrinter, type ReceiptPrinterOptions } from './driver.ts';
import { type ReceiptDelays, receiptDelays } from './receipt-delays.ts';
import type { CertificateReceipt } from './receipt-document.ts';
import { createEscPosPrinter } from './simulator/esc-pos-printer.ts';
import type { PrintedPicture } from './simulator/paper-roll.ts';
import type { ReceiptPrinterStatus } from './types.ts';

/** Quick enough for tests, and patient enough for a busy machine. */
export const quickDelays: ReceiptDelays = {
  ...receiptDelays,
  ...{ pollMs: 20, retryMs: 10, probeMs: 30, openMs: 2000, closeMs: 500, answerMs: 300, quietMs: 5 },
  ...{ chunkMs: 1000, printMs: 600, progressMs: 20, turnMs: 500 },
};
export const patience = { timeout: 10_000, interval: 5 };
export const present = (): AbortSignal => new AbortController().signal;

/** The real driver, an in-process line and the simulated printer. `mangle`: what the line does to each byte, both ways. */
export function createBench(
  options: Partial<ReceiptPrinterOptions> & { plugged?: boolean; mangle?: (byte: number) => number } = {},
) {
  const { plugged = true, mangle, ...driverOptions } = options;
  const peer = createEscPosPrinter();
  let opens = 0;
  const line = createInProcessLine(end => {
    opens += 1;
    peer.attach(mangle === undefined ? end : mangled(end, mangle));
  });
  if (!plugged) line.unplug();
  const printer = createReceiptPrinter({ transport: line.transport, delays: quickDelays, ...driverOptions });
  onTestFinished(() => printer.close());
  const seen: string[] = [];
  printer.onStatus(status => seen.push(shown(status)));
  return {
    peer,
    line,
    printer,
    seen,
    opens: () => opens,
    becomes: (wanted: string) => vi.waitUntil(() => shown(printer.status) === wanted, patience),
  };
}

function mangled(end: Duplex, mangle: (byte: number) => number): Duplex {
  const write = end.write.bind(end);
  end.write = ((bytes: Uint8Array) => write(bytes.map(mangle))) as typeof end.write;
  const on = end.on.bind(end);
  end.on = ((event: string, listener: (bytes: Uint8Array) => void) =>
    on(event, event === 'data' ? (bytes: Uint8Array) => listener(bytes.map(mangle)) : listener)) as typeof end.on;
  return end;
}

export function shown(status: ReceiptPrinterStatus): string {
  if (status.state === 'ready') return status.paperLow ? 'ready, paper low' : 'ready';
  return `${status.state} ${status.fault}`;
}

/** A sample person; the name's last character needs four bytes in GB18030. */
export const sampleReceipt: CertificateReceipt = {
  holderName: '王小𠮷',
  certificateName: { zh: '无房证明', en: 'Certificate of no real estate' },
  number: 'HY-2026-000123',
  sheets: 2,
  printedAt: Date.UTC(2026, 10, 23, 6, 5),
  placeName: { zh: '宁溪镇便民服务中心', en: 'Ningxi service centre' },
  terminalNumber: 1,
  verificationUrl: 'https://zwfw.example.cn/v/0123456789abcdefghijkl?x=1;y={2}|3',
};

/** The text in a code on the paper, read by zbar. */
export async function readPicture(picture: PrintedPicture | undefined): Promise<string> {
  expect(picture).toBeDefined();
  if (picture === undefined) return '';
  const folder = await mkdtemp(join(tmpdir(), 'receipt-code-'));
  try {
    const file = join(folder, 'code.pgm');
    await writeFile(file, greyMap(picture));
    const { stdout } = await promisify(execFile)('zbarimg', ['--quiet', '--raw', file]);
    return stdout.trim();
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The picture on white paper, as a portable grey map. */
function greyMap({ widthDots, rows, bits }: PrintedPicture): Buffer {
  const margin = 32;
  const [width, height] = [widthDots + 2 * margin, rows + 2 * margin];
  const dots = Buffer.alloc(width * height, 255);
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < widthDots; column += 1) {
      const byte = bits[row * (widthDots / 8) + (column >> 3)] ?? 0;
      if ((byte & (0x80 >> (column & 7))) !== 0) dots[(row + margin) * width + column + margin] = 0;
    }
  return Buffer.concat([Buffer.from(`P5 ${width} ${height} 255\n`), dots]);
}
