import { readFile } from 'node:fs/promises';
import { fault, Refusal } from '../../../content/common/faults.ts';
import { printFile } from '../../../device-bridge/devices/certificate-printer/print-file.ts';
import type { PrintProgress } from '../../../device-bridge/devices/certificate-printer/types.ts';
import { type CommandDefinition, requiredText, textOption, UsageError } from '../command-line.ts';

export const print: CommandDefinition = {
  summary: 'Prints a PDF at an IPP printer and follows it to its end',
  usage:
    'print FILE --printer ipp://HOST:PORT/ipp/print [--copies 1-5] [--two-sided] [--pinned-certificate FILE.pem] [--queue ipp://localhost:631/printers/NAME]',
  options: {
    printer: { type: 'string' },
    copies: { type: 'string' },
    'two-sided': { type: 'boolean' },
    'pinned-certificate': { type: 'string' },
    queue: { type: 'string' },
  },
  async run({ values, positionals, say }) {
    const [file, ...others] = positionals;
    if (file === undefined || others.length > 0) throw new UsageError('print takes exactly one FILE');
    const copies = Number(textOption(values, 'copies') ?? '1');
    if (!Number.isInteger(copies) || copies < 1 || copies > 5) throw new UsageError('--copies is a number from 1 to 5');
    const pinned = textOption(values, 'pinned-certificate');
    const queueUri = textOption(values, 'queue');
    const result = await printFile({
      file,
      copies,
      uri: requiredText(values, 'printer'),
      sides: values['two-sided'] === true ? 'two-sided' : 'one-sided',
      ...(pinned === undefined ? {} : { pinnedCertificatePem: await textOf(pinned) }),
      ...(queueUri === undefined ? {} : { queueUri }),
      onProgress: progress => say(progressWords(progress)),
    });
    say(`${result.outcome}${result.code === null ? '' : ` (${result.code})`}: ${result.sheets} sheets`);
    return { result, exitCode: result.outcome === 'printed' ? 0 : 1 };
  },
};

function textOf(file: string): Promise<string> {
  return readFile(file, 'utf8').catch(() => {
    throw new Refusal('file-unreadable', file);
  });
}

function progressWords(progress: PrintProgress): string {
  if (progress.stage === 'sending') return 'sending';
  const held = progress.stage === 'held' ? `: ${fault(progress.fault).citizen.en}` : '';
  return `${progress.stage}${held}, ${progress.sheetsDone} sheets done`;
}
