import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type FaultCode, type FaultName, fault, Refusal } from '../../../content/common/faults.ts';
import { createCertificatePrinter } from './driver.ts';
import { isPrinterUri } from './ipp-transport.ts';
import type { PrintOutcome, PrintProgress } from './types.ts';

export interface PrintFileOptions {
  /** Path of an A4 PDF. */
  file: string;
  /** ipp:// or ipps:// address. */
  uri: string;
  onProgress?: (progress: PrintProgress) => void;
  signal?: AbortSignal;
  log?: (message: string) => void;
}

/** What `terminal print --json` prints. `sheets` counts those the printer has reported. */
export interface PrintFileResult {
  outcome: PrintOutcome['outcome'];
  code: FaultCode | null;
  sheets: number;
}

/** Prints one file for a technician. Throws Refusal('config-invalid') when the address is not a printer's. */
export async function printFile(options: PrintFileOptions): Promise<PrintFileResult> {
  if (!isPrinterUri(options.uri))
    throw new Refusal('config-invalid', `not an ipp:// or ipps:// address: ${options.uri}`);
  const document = await readPdf(options.file);
  if (document === null) return failed('file-unreadable');
  // A name of its own: jobs of the terminal itself on the same printer stay untouched.
  const printer = createCertificatePrinter({
    uri: options.uri,
    userName: 'technician',
    cancelLeftovers: false,
    ...(options.log ? { log: options.log } : {}),
  });
  let sheets = 0;
  try {
    const result = await printer.print(
      { document, documentName: basename(options.file), copies: 1 },
      progress => {
        if (progress.stage !== 'sending') sheets = progress.sheetsDone;
        options.onProgress?.(progress);
      },
      options.signal ?? new AbortController().signal,
    );
    return result.outcome === 'printed'
      ? { outcome: 'printed', code: null, sheets: result.sheets }
      : { outcome: result.outcome, code: fault(result.fault).code, sheets };
  } finally {
    await printer.close();
  }
}

function failed(name: FaultName): PrintFileResult {
  return { outcome: 'failed', code: fault(name).code, sheets: 0 };
}

/** ISO 32000 lets up to 1,024 bytes stand before the header. */
async function readPdf(file: string): Promise<Uint8Array | null> {
  try {
    const bytes = await readFile(file);
    return bytes.subarray(0, 1024).includes('%PDF-') ? bytes : null;
  } catch {
    return null;
  }
}
