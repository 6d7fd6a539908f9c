import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Refusal } from '../../content/common/faults.ts';

/**
 * Draws the first page of a PDF as PNG, `widthPx` wide, with poppler's pdftoppm. The file stays in memory.
 * @throws Refusal preview-failed
 */
export async function drawFirstPage(pdf: Uint8Array, widthPx: number): Promise<Uint8Array> {
  const child = spawn(
    'pdftoppm',
    ['-png', '-f', '1', '-l', '1', '-scale-to-x', String(widthPx), '-scale-to-y', '-1', '-'],
    {
      stdio: ['pipe', 'pipe', 'pipe'],
      timeout: 20_000,
    },
  );
  const chunks: Buffer[] = [];
  let complaint = '';
  child.stdout.on('data', chunk => chunks.push(chunk));
  child.stderr.on('data', chunk => {
    complaint += chunk;
  });
  // The child may end before it has read everything; its exit code says so.
  child.stdin.on('error', () => {});
  child.stdin.end(pdf);
  const code = await once(child, 'close').then(
    ([code]) => code,
    error => error.message,
  );
  if (code !== 0) throw new Refusal('preview-failed', `pdftoppm: ${code} ${complaint.slice(0, 200)}`);
  return Buffer.concat(chunks);
}
