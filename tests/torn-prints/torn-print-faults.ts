import type { DeviceFaultRow } from '../device-faults/prove.ts';

const peer = 'ippeveprinter and the real platform';

/** Where in the life of a sheet the bridge is killed (kill -9), and what is found after it has started again. */
export const tornPrintFaults = {
  intended: {
    fault: 'Killed when the sheet is on record and not yet in force',
    peer,
    outcome: 'nothing was printed; the number, never valid, is void',
  },
  released: {
    fault: 'Killed when the sheet is in force and not yet on record as sent',
    peer,
    outcome: 'nothing was printed; the number is void, and whoever asks is told so',
  },
  sent: {
    fault: 'Killed when the sheet is on record as sent, before a byte has left',
    peer,
    outcome: 'nothing was printed; the number is void, and whoever asks is told so',
  },
  printing: {
    fault: 'Killed while the printer has the sheet',
    peer,
    outcome: 'cancelled at the printer; the number is void, and whoever asks is told so, whatever came out',
  },
  printed: {
    fault: 'Killed when the sheet came out and the platform does not know',
    peer,
    outcome: 'printed once, in force, and the platform is told after the restart',
  },
  failed: {
    fault: 'Killed when the print has failed and the platform does not know',
    peer,
    outcome: 'void after the restart, even when the printer still lays it out',
  },
  uncertain: {
    fault: 'Killed when the end of the print is uncertain and the platform does not know',
    peer,
    outcome: 'void after the restart, and never called printed',
  },
  settled: {
    fault: 'Killed when everything about the sheet is settled',
    peer,
    outcome: 'printed once and in force; nothing is told twice',
  },
  random: {
    fault: 'Killed 20 times at random moments',
    peer,
    outcome: 'every sheet came out at most once; each that is in force came out, each other is void or never was valid',
  },
} as const satisfies Record<string, DeviceFaultRow>;
