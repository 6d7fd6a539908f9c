import { rm, stat } from 'node:fs/promises';
import { dirname, extname } from 'node:path';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { type FaultCode, type FaultName, fault, Refusal } from '../../../content/common/faults.ts';
import { writeWhole } from '../../../content/common/write-whole.ts';
import { createEsclScanner } from './escl/driver.ts';
import { createPageWorkshop, type PageWorkshop } from './page/page-workshop.ts';
import { createSaneScanner } from './sane/driver.ts';
import type { ScannerDelays } from './scanner-delays.ts';
import type { ScannedPage, Scanner, ScanProgress, ScanRequest } from './types.ts';

export interface ScanToFileOptions extends Partial<ScanRequest> {
  /** A SANE name as `scanimage -L` lists it, or the http(s) address of an eSCL scanner. */
  device: string;
  /** Path that ends in .pdf, .jpg, .jpeg or .png. Several pages that are no PDF become NAME-1.jpg, NAME-2.jpg, ... */
  out: string;
  /** Largest PDF. */
  maxBytes?: number;
  /** For SANE, over this process's own environment. */
  env?: Record<string, string>;
  delays?: Partial<ScannerDelays>;
  onProgress?: (progress: ScanProgress) => void;
  signal?: AbortSignal;
  log?: (message: string) => void;
}

/** What `terminal scan --json` prints. */
export interface ScanToFileResult {
  outcome: 'scanned' | 'failed' | 'cancelled';
  /** Pages that were written; none of a scan that failed. */
  pages: number;
  code: FaultCode | null;
  /** In words, and what to do; null when it was scanned. */
  message: string | null;
  remedy: string | null;
  files: string[];
  /** What a clerk would send back, page by page from 1. The files are written all the same. */
  problems: { page: number; name: FaultName; code: FaultCode }[];
}

/** What a platform takes as one attachment. */
const usualMaxBytes = 10 * 1024 * 1024;

export function isScanFile(out: string): boolean {
  return /^\.(pdf|jpe?g|png)$/i.test(extname(out));
}

/** Scans for a technician. Throws Refusal('config-invalid') for a file of another kind. */
export async function scanToFile(options: ScanToFileOptions): Promise<ScanToFileResult> {
  if (!isScanFile(options.out)) throw new Refusal('config-invalid', `not .pdf, .jpg or .png: ${options.out}`);
  const { source = 'flatbed', colour = 'colour', dpi = 300 } = options;
  // Before anybody puts paper in: a folder that is not there is a mistyped one.
  const folder = await stat(dirname(options.out)).catch(() => null);
  if (!folder?.isDirectory()) return failed(new Refusal('scan-not-written', `no folder for ${options.out}`));
  const scanner = openScanner(options);
  const workshop = createPageWorkshop();
  try {
    const signal = options.signal ?? new AbortController().signal;
    const result = await scanner.scan({ source, colour, dpi }, options.onProgress ?? (() => {}), signal);
    if (result.outcome === 'cancelled') return { ...nothing, outcome: 'cancelled' };
    if (result.outcome === 'failed') return failed(new Refusal(result.fault, options.device));
    const files = await writePages(result.pages, options, workshop);
    const problems = await problemsOf(result.pages, workshop);
    return { ...nothing, outcome: 'scanned', pages: result.pages.length, files, problems };
  } catch (error) {
    if (error instanceof Refusal) return failed(error);
    throw error;
  } finally {
    await Promise.all([scanner.close(), workshop.close()]);
  }
}

const nothing = { pages: 0, code: null, message: null, remedy: null, files: [], problems: [] };

function failed(refusal: Refusal): ScanToFileResult {
  const { code, message, remedy } = refusal.toJSON();
  return { ...nothing, outcome: 'failed', code, message, remedy };
}

function openScanner({ device, env, delays, log }: ScanToFileOptions): Scanner {
  const common = { ...(delays ? { delays } : {}), ...(log ? { log } : {}) };
  if (/^https?:\/\//i.test(device) && URL.canParse(device)) return createEsclScanner({ url: device, ...common });
  return createSaneScanner({ device, ...(env ? { env } : {}), ...common });
}

async function problemsOf(pages: ScannedPage[], workshop: PageWorkshop): Promise<ScanToFileResult['problems']> {
  const all: ScanToFileResult['problems'] = [];
  for (const [index, page] of pages.entries()) {
    const { problems } = await workshop.inspect(page);
    all.push(...problems.map(name => ({ page: index + 1, name, code: fault(name).code })));
  }
  return all;
}

/** All of them or none. */
async function writePages(
  pages: ScannedPage[],
  { out, maxBytes }: ScanToFileOptions,
  workshop: PageWorkshop,
): Promise<string[]> {
  const kind = extname(out);
  if (/pdf$/i.test(kind)) {
    await write(out, await workshop.toPdf(pages, { maxBytes: maxBytes ?? usualMaxBytes }));
    return [out];
  }
  const written: string[] = [];
  try {
    for (const [index, { jpeg }] of pages.entries()) {
      const file = pages.length === 1 ? out : `${out.slice(0, -kind.length)}-${index + 1}${kind}`;
      await write(file, /png$/i.test(kind) ? await png(jpeg) : jpeg);
      written.push(file);
    }
  } catch (error) {
    for (const file of written) await rm(file, { force: true });
    throw error;
  }
  return written;
}

async function write(file: string, bytes: Uint8Array): Promise<void> {
  await writeWhole(file, bytes).catch((error: NodeJS.ErrnoException) => {
    throw new Refusal('scan-not-written', `${file}: ${error.code ?? error.message}`);
  });
}

async function png(jpeg: Uint8Array): Promise<Uint8Array> {
  const image = await loadImage(jpeg).catch(() => {
    throw new Refusal('scanner-failed', 'the picture cannot be decoded');
  });
  const canvas = createCanvas(image.width, image.height);
  canvas.getContext('2d').drawImage(image, 0, 0);
  return canvas.toBuffer('image/png');
}
