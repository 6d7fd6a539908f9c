import type { DeviceFaultRow } from './prove.ts';

const peer = 'ippeveprinter';

/** What is done to the certificate printer itself. */
export const certificatePrinterFaults = {
  'tray-empty-before': {
    fault: 'The tray is empty before the job is sent',
    peer,
    outcome: 'the job is held and says so; it goes on by itself when paper is filled in, and the count starts anew',
  },
  'tray-empty-middle': {
    fault: 'The tray runs empty between two sheets',
    peer,
    outcome: 'held with the sheets done so far; the others follow when there is paper, none twice',
  },
  'toner-low': {
    fault: 'Toner is low and the waste box almost full',
    peer,
    outcome: 'a warning with the percent that is left; printing goes on',
  },
  'toner-empty': {
    fault: 'Toner has run out',
    peer,
    outcome: 'the terminal says so before anybody starts; a job waits and goes on with the new cartridge',
  },
  'waste-full': {
    fault: 'The waste box is full',
    peer,
    outcome: 'the terminal says so before anybody starts; it is ready again with an empty one',
  },
  cover: {
    fault: 'The cover is opened in the middle of a job',
    peer,
    outcome: 'held; goes on by itself when it is closed',
  },
  jam: {
    fault: 'Paper jams in the middle of a job',
    peer,
    outcome: 'held; goes on by itself when the sheet is taken out',
  },
  'idle-faults': {
    fault: 'Jam and open cover while nothing is printed',
    peer,
    outcome: 'each is told with its own words, and gone when mended',
  },
  'hang-before': {
    fault: 'The printer hangs (kill -STOP) before a job',
    peer,
    outcome: 'failed within the time limit, nothing was sent; ready again when it wakes',
  },
  'hang-middle': {
    fault: 'The printer hangs in the middle of a job',
    peer,
    outcome: 'uncertain after three questions; when it wakes the job is cancelled and nothing of it comes out',
  },
  'power-off': {
    fault: 'The printer is off',
    peer,
    outcome: 'failed at once, absent; back by itself when it is switched on',
  },
  'kill-middle': {
    fault: 'The printer loses power (kill -9) in the middle of a job',
    peer,
    outcome: 'uncertain, never called printed; absent',
  },
  'restart-forgets': {
    fault: 'The printer restarts so fast that nobody notices, and forgets the job',
    peer,
    outcome: 'uncertain: the job number may be another job now',
  },
  'busy-with-another': {
    fault: 'The printer prints somebody else’s job',
    peer,
    outcome: 'waits for its turn; gives up after the limit with nothing sent',
  },
  'abort-stuck': {
    fault: 'The citizen leaves while the job is stuck',
    peer,
    outcome: 'cancelled at the printer; nothing of it comes out for the next citizen',
  },
  'bridge-restart': {
    fault: 'The bridge ends in the middle of a job and starts again',
    peer,
    outcome: 'the job of before is cancelled at the first contact',
  },
  'no-pdf': {
    fault: 'A printer that takes JPEG alone',
    peer,
    outcome: 'unsuitable, with a code of its own; nothing is sent to it',
  },
  'wrong-certificate': {
    fault: 'Another certificate than the pinned one at an ipps address',
    peer,
    outcome: 'untrusted; not one job reaches it; with the pinned one it prints',
  },
  'network-drop': {
    fault: 'The network drops in the middle of sending the document',
    peer: 'ippeveprinter behind a wire that is cut',
    outcome: 'uncertain; nothing half comes out, and the next job prints',
  },
} as const satisfies Record<string, DeviceFaultRow>;

const queue = 'ippeveprinter behind cupsd';

/** What is done to a CUPS queue in front of the printer. */
export const certificatePrinterQueueFaults = {
  'queue-prints': {
    fault: 'None: two copies of two pages through a queue',
    peer: queue,
    outcome: 'printed when the printer says so, with the printer’s own count of sheets',
  },
  'queue-printer-away': {
    fault: 'The printer is off while its queue is idle',
    peer: queue,
    outcome: 'absent, though the queue says idle; a job fails at once and is not left in the queue',
  },
  'queue-tray-empty': {
    fault: 'The tray is empty',
    peer: queue,
    outcome: 'held in the printer’s own words; goes on with paper',
  },
  'queue-stopped': {
    fault: 'The queue is stopped (cupsdisable)',
    peer: queue,
    outcome: 'said before anybody starts; a job that is in it is held and goes on with cupsenable',
  },
  'queue-rejects': {
    fault: 'The queue refuses jobs (cupsreject)',
    peer: queue,
    outcome: 'said before anybody starts; a job fails with nothing sent',
  },
  'queue-cancel': {
    fault: 'The citizen leaves while the job is stuck behind the queue',
    peer: queue,
    outcome: 'cancelled in the queue and at the printer; nothing of it comes out later',
  },
  'queue-restart-forgets': {
    fault: 'The printer restarts and forgets the job, which CUPS then calls completed',
    peer: queue,
    outcome: 'uncertain: only the printer’s own word counts',
  },
  'queue-kill-middle': {
    fault: 'The printer loses power for good in the middle of a job',
    peer: queue,
    outcome: 'uncertain; the queue must not print it again when the printer is back',
  },
  'queue-gone': {
    fault: 'cupsd ends',
    peer: queue,
    outcome: 'said after three looks, with a code of its own; nothing is sent',
  },
} as const satisfies Record<string, DeviceFaultRow>;
