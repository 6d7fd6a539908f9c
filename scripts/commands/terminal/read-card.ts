import { readCardOnce } from '../../../device-bridge/devices/id-card-reader/read-card.ts';
import { type CommandDefinition, requiredText, textOption, UsageError } from '../command-line.ts';

export const readCard: CommandDefinition = {
  summary: 'Reads the ID card on a reader at a serial port; masked unless --reveal',
  usage: 'read-card --port /dev/ttyUSB0 [--reveal] [--timeout SECONDS]',
  options: { port: { type: 'string' }, reveal: { type: 'boolean' }, timeout: { type: 'string' } },
  async run({ values, positionals, say }) {
    if (positionals.length > 0) throw new UsageError('read-card takes options only');
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
};
