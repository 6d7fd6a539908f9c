import { fault } from '../../content/common/faults.ts';
import { printFile } from '../../device-bridge/devices/certificate-printer/print-file.ts';
import type { PrintProgress } from '../../device-bridge/devices/certificate-printer/types.ts';
import { readCardOnce } from '../../device-bridge/devices/id-card-reader/read-card.ts';
import { requiredText, runProgram, textOption, UsageError } from './command-line.ts';
import { doctor } from './terminal/doctor.ts';

await runProgram('terminal', {
  doctor,
  'read-card': {
    summary: 'Reads the ID card on a reader at a serial port; masked unless --reveal',
    usage: 'read-card --port /dev/ttyUSB0 [--reveal] [--timeout SECONDS]',
    options: { port: { type: 'string' }, reveal: { type: 'boolean' }, timeout: { type: 'string' } },
    async run({ values, say }) {
      const seconds = Number(textOption(values, 'timeout') ?? '30');
      if (!(seconds > 0)) throw new UsageError('--timeout is a number of seconds above 0');
      say('Lay the card on the reader');
      const card = await readCardOnce({
        port: requiredText(values, 'port'),
        reveal: values.reveal === true,
        timeoutMs: seconds * 1000,
      });
      for (const [key, value] of Object.entries(card)) say(`${key.padEnd(14)} ${value}`);
      return { result: card };
    },
  },
  print: {
    summary: 'Prints a PDF at an IPP printer and follows it to its end',
    usage: 'print FILE --printer ipp://HOST:PORT/ipp/print',
    options: { printer: { type: 'string' } },
    async run({ values, positionals, say }) {
      const [file, ...others] = positionals;
      if (file === undefined || others.length > 0) throw new UsageError('print takes exactly one FILE');
      const result = await printFile({
        file,
        uri: requiredText(values, 'printer'),
        onProgress: progress => say(progressWords(progress)),
      });
      say(`${result.outcome}${result.code === null ? '' : ` (${result.code})`}: ${result.sheets} sheets`);
      return { result, exitCode: result.outcome === 'printed' ? 0 : 1 };
    },
  },
});

function progressWords(progress: PrintProgress): string {
  if (progress.stage === 'sending') return 'sending';
  const held = progress.stage === 'held' ? `: ${fault(progress.fault).citizen.en}` : '';
  return `${progress.stage}${held}, ${progress.sheetsDone} sheets done`;
}
