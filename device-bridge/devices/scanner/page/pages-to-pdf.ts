import { Refusal } from '../../../../content/common/faults.ts';
import type { ScannedPicture } from './page-report.ts';
import { pdfFileBytes, pdfPageBytes, writePdf } from './pdf-file.ts';
import { type ShrinkStep, shrinkSteps, shrunkPage } from './shrink-page.ts';

export interface PdfLimits {
  /** The whole file is at most this large. */
  maxBytes: number;
  /** Shown by viewers in place of the file's name. */
  title?: string;
}

/** So many pages are tried to see how far a step goes before all are re-encoded. */
const samples = 3;

/**
 * One PDF of all pages, each page as large as its picture is. Pictures go in as they are when they fit; else all are
 * re-encoded, in the first of the shrink steps that fits.
 * @throws Refusal scan-too-large when even the last step does not fit, or there is no page; scanner-failed for a damaged page
 */
export async function pagesToPdf(pages: readonly ScannedPicture[], limits: PdfLimits): Promise<Uint8Array> {
  if (pages.length === 0) throw new Refusal('scan-too-large', 'no page to put into a file');
  const room = limits.maxBytes - pdfFileBytes - pages.length * pdfPageBytes - 4 * (limits.title?.length ?? 0);
  const fitting = bytesOf(pages) <= room ? pages : await shrunk(pages, room);
  return writePdf(fitting, limits.title ?? '');
}

async function shrunk(pages: readonly ScannedPicture[], room: number): Promise<readonly ScannedPicture[]> {
  const every = Math.ceil(pages.length / samples);
  const sample = pages.filter((_, index) => index % every === 0);
  const share = bytesOf(pages) / bytesOf(sample);
  for (const step of shrinkSteps) {
    const tried = await allShrunk(sample, step);
    const guess = bytesOf(tried) * share;
    // The last step is the last chance: pages differ, and the sample may be wrong.
    if (guess > room && step !== shrinkSteps.at(-1)) continue;
    const all = sample.length === pages.length ? tried : await allShrunk(pages, step);
    if (bytesOf(all) <= room) return all;
  }
  throw new Refusal('scan-too-large', `${pages.length} pages do not fit into ${room} bytes`);
}

/** One after another: a decoded page takes up to 400 MB. */
async function allShrunk(pages: readonly ScannedPicture[], step: ShrinkStep): Promise<ScannedPicture[]> {
  const all: ScannedPicture[] = [];
  for (const page of pages) all.push(await shrunkPage(page, step));
  return all;
}

function bytesOf(pages: readonly ScannedPicture[]): number {
  return pages.reduce((sum, { jpeg }) => sum + jpeg.length, 0);
}
