import type { DeviceFaultRow } from './prove.ts';

const simulator = 'our ESC/POS simulator';
const socat = 'socat';

/** What was done to the receipt printer, and what the terminal did. */
export const receiptPrinterFaults = {
  'not-there': {
    fault: 'The receipt printer is not there when the terminal starts',
    peer: simulator,
    outcome: 'Absent (E801), a receipt is refused before its first byte; ready by itself once it is plugged in',
  },
  'no-listener': {
    fault: 'Nobody listens at the printer’s address; then somebody does who never answers',
    peer: socat,
    outcome: 'Absent (E801), then silent (E802); no byte of a receipt goes out',
  },
  blip: {
    fault: 'The line is lost while nothing is printed, and is back at once',
    peer: simulator,
    outcome: 'Opened anew without a change on the screen',
  },
  'serial-line-torn': {
    fault: 'The serial line is killed in the middle of a receipt',
    peer: `${socat} (a pair of pseudo terminals)`,
    outcome:
      'The receipt is uncertain (E807), never printed; the port is let go, and the next one is printed on the line that is back',
  },
  'paper-out-before': {
    fault: 'No paper before the receipt begins',
    peer: simulator,
    outcome: 'Refused with E803 before its first byte; ready once there is a new roll',
  },
  'paper-out-in-the-middle': {
    fault: 'The paper ends in the middle of a receipt',
    peer: simulator,
    outcome: 'Uncertain with E803; the rest is cleared and does not come out with the new roll',
  },
  'paper-low': {
    fault: 'The near-end sensor sees the end of the roll',
    peer: simulator,
    outcome: 'Ready with “paper low”; receipts are printed',
  },
  'cover-open': {
    fault: 'The cover is open, or is opened in the middle of a receipt',
    peer: simulator,
    outcome: 'Refused with E804, or uncertain with E804; ready once it is closed',
  },
  'cutter-stuck': {
    fault: 'The cutter sticks at the end of a receipt',
    peer: simulator,
    outcome:
      'Uncertain with E805 and attention until the cutter is free; the recovery command is given three times, then every twentieth look',
  },
  overheated: {
    fault: 'A recoverable error (a hot head)',
    peer: simulator,
    outcome: 'Uncertain with E806; recovers by the recovery command without a hand',
  },
  broken: {
    fault: 'An unrecoverable error',
    peer: simulator,
    outcome: 'Attention with E806; nothing is sent to it any more',
  },
  'off-line': {
    fault: 'Off line without a cause (feed button held)',
    peer: simulator,
    outcome: 'Attention with E808; ready once it is let go',
  },
  silent: {
    fault: 'The printer stops answering while nothing is printed',
    peer: simulator,
    outcome: 'Retry, reset, reopen, then absent with E802; ready by itself once it answers',
  },
  'silent-after-sending': {
    fault: 'The printer takes a receipt and never says that it has printed it',
    peer: simulator,
    outcome: 'Uncertain (E807) at the end of its time, though it has gone out whole',
  },
  'unplugged-in-the-middle': {
    fault: 'Unplugged in the middle of a receipt, with and without an event on the line',
    peer: simulator,
    outcome: 'Uncertain (E807); the next receipt is printed once it is back',
  },
  noise: {
    fault: 'Random bytes before each answer',
    peer: simulator,
    outcome: 'A receipt is printed, uncertain or refused; printed is only said of receipts that came out whole',
  },
  'wrong-baud': {
    fault: 'Every byte arrives as another, as with a wrong baud rate',
    peer: simulator,
    outcome: 'Silent (E802); never ready, and no byte of a receipt goes out',
  },
  'answers-in-crumbs': {
    fault: 'Late answers, a byte at a time',
    peer: simulator,
    outcome: 'Printed',
  },
  'write-only': {
    fault: 'A model that can only be written to (answersStatus: false)',
    peer: `${socat} as a capturing peer`,
    outcome: 'Every byte arrives; the outcome is uncertain (E807), as nobody can know',
  },
} as const satisfies Record<string, DeviceFaultRow>;
