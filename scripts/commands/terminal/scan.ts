import { fault } from '../../../content/common/faults.ts';
import { isScanFile, type ScanToFileResult, scanToFile } from '../../../device-bridge/devices/scanner/scan-to-file.ts';
import type { ScanRequest } from '../../../device-bridge/devices/scanner/types.ts';
import { type CommandDefinition, type CommandInput, requiredText, textOption, UsageError } from '../command-line.ts';

/** `terminal scan`: one scan into a file, and what a clerk would say of it. */
export const scan: CommandDefinition = {
  summary: 'Scans into a file (.pdf, .jpg, .png) from a SANE or eSCL scanner, and judges the pages',
  usage: 'scan --device NAME|URL --out FILE [--source flatbed|feeder] [--grey] [--dpi 150|200|300|600]',
  options: {
    device: { type: 'string' },
    out: { type: 'string' },
    source: { type: 'string' },
    grey: { type: 'boolean' },
    dpi: { type: 'string' },
  },
  async run({ values, positionals, say }) {
    if (positionals.length > 0) throw new UsageError('scan takes no FILE: name it with --out');
    const device = requiredText(values, 'device');
    const out = requiredText(values, 'out');
    if (!isScanFile(out)) throw new UsageError('--out ends in .pdf, .jpg or .png');
    const request = requestOf(values);
    // Ctrl+C lets go of the scanner before it ends the program.
    const abort = new AbortController();
    const cancel = (): void => abort.abort();
    process.once('SIGINT', cancel).once('SIGTERM', cancel);
    let page = 0;
    const result = await scanToFile({
      device,
      out,
      ...request,
      signal: abort.signal,
      onProgress: progress => {
        if (progress.page === page) return;
        page = progress.page;
        say(`page ${page}`);
      },
    });
    process.off('SIGINT', cancel).off('SIGTERM', cancel);
    for (const line of resultLines(result)) say(line);
    return { result, exitCode: result.outcome === 'scanned' ? 0 : 1 };
  },
};

function requestOf(values: CommandInput['values']): ScanRequest {
  const source = textOption(values, 'source') ?? 'flatbed';
  if (source !== 'flatbed' && source !== 'feeder') throw new UsageError('--source is flatbed or feeder');
  const dpi = Number(textOption(values, 'dpi') ?? '300');
  if (dpi !== 150 && dpi !== 200 && dpi !== 300 && dpi !== 600) throw new UsageError('--dpi is 150, 200, 300 or 600');
  return { source, colour: values.grey === true ? 'grey' : 'colour', dpi };
}

function resultLines({ outcome, pages, code, message, remedy, files, problems }: ScanToFileResult): string[] {
  if (outcome === 'cancelled') return ['cancelled: nothing is written'];
  if (outcome === 'failed') return [`failed: ${code} ${message}`, `    -> ${remedy}`];
  return [
    `${pages === 1 ? '1 page' : `${pages} pages`}: ${files.join(', ')}`,
    ...problems.map(({ page, name, code }) => `page ${page}: ${code} ${fault(name).citizen.en}`),
  ];
}
