import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type FaultCode, type FaultName, fault, Refusal } from '../../../content/common/faults.ts';
import { createCertificatePrinter } from './driver.ts';
import { isPrinterUri } from './printer-connection.ts';
import type { PrintOutcome, PrintProgress } from './types.ts';

export interface PrintFileOptions {
  /** Path of an A4 PDF. */
  file: string;
  /** ipp:// or ipps:// address. */
  uri: string;
  /** 1 to 5; 1 when left out. */
  copies?: number;
  /** two-sided: where the printer can. */
  sides?: 'one-sided' | 'two-sided';
  /** The printer's own certificate for an ipps address, and the CUPS queue to go through, as in terminal.yaml. */
  pinnedCertificatePem?: string;
  queueUri?: string;
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

/**
 * Prints one file for a technician.
 * @throws Refusal config-invalid when an address is not a printer's or the certificate is none, RangeError for other copies
 */
export async function printFile(options: PrintFileOptions): Promise<PrintFileResult> {
  if (!isPrinterUri(options.uri))
    throw new Refusal('config-invalid', `not an ipp:// or ipps:// address: ${options.uri}`);
  const { copies = 1, sides = 'one-sided', pinnedCertificatePem, queueUri } = options;
  if (queueUri !== undefined && !isPrinterUri(queueUri))
    throw new Refusal('config-invalid', `not an ipp:// or ipps:// address: ${queueUri}`);
  const document = await readPdf(options.file);
  if (document === null) return failed('file-unreadable');
  // A name of its own: jobs of the terminal itself on the same printer stay untouched.
  const printer = createCertificatePrinter({
    uri: options.uri,
    userName: 'technician',
    cancelLeftovers: false,
    ...(pinnedCertificatePem === undefined ? {} : { pinnedCertificatePem }),
    ...(queueUri === undefined ? {} : { queueUri }),
    ...(options.log ? { log: options.log } : {}),
  });
  let sheets = 0;
  try {
    const result = await printer.print(
      { document, documentName: basename(options.file), copies, sides },
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
