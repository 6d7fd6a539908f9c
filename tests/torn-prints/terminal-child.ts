import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { type CertificateParts, print } from '../../device-bridge/certificates/certificate-effects.ts';
import { openPrintLedger, type PrintLedger } from '../../device-bridge/certificates/print-ledger.ts';
import { createSettlement } from '../../device-bridge/certificates/settlement.ts';
import { createCertificatePrinter } from '../../device-bridge/devices/certificate-printer/driver.ts';
import { quickDelays } from '../../device-bridge/devices/certificate-printer/peer.test-support.ts';
import type { Log } from '../../device-bridge/log.ts';
import { createPlatformClient } from '../../device-bridge/platform/client.ts';
import { Personal } from '../../device-bridge/visit/personal.ts';
import type { Person } from '../../platform/api/types.ts';
import { terminalName } from './terminal-name.ts';

export type KillAt = 'intended' | 'released' | 'sent' | 'printing' | 'printed' | 'failed' | 'uncertain' | 'settled';

/** What a child is asked to do; given as JSON in the environment. */
export interface ChildTask {
  folder: string;
  platformUrl: string;
  token: string;
  printerUri: string;
  person: Person;
  /** The process kills itself as the sheet gets there. */
  killAt: KillAt | null;
  /** The citizen leaves as soon as the printer waits for something. */
  leaveWhenHeld: boolean;
}

/** The bridge's way of a certificate, without a card and a screen, as a program that can be killed. */
const task = JSON.parse(process.env.CHILD_TASK ?? '') as ChildTask;
const tell = (event: object): void => void process.stdout.write(`${JSON.stringify(event)}\n`);
/** Without pino, which would double the time a child takes to start. */
const log = { info: () => {}, warn: () => {}, error: tell } as unknown as Log;

function reached(step: KillAt): void {
  if (step === task.killAt) process.kill(process.pid, 'SIGKILL');
}

/** The real ledger; what is written is on the disk when the process dies. */
function mortal(ledger: PrintLedger): PrintLedger {
  return {
    ...ledger,
    intend(number) {
      ledger.intend(number);
      reached('intended');
    },
    sent(number) {
      ledger.sent(number);
      reached('sent');
    },
    ended(number, state) {
      ledger.ended(number, state);
      reached(state);
    },
    settled(number) {
      ledger.settled(number);
      if (printing) reached('settled');
    },
  };
}

let printing = false;
const client = createPlatformClient({ url: task.platformUrl, token: task.token });
const platform = {
  ...client,
  async release(number: string) {
    await client.release(number);
    reached('released');
  },
};
const ledger = mortal(openPrintLedger(join(task.folder, 'print-ledger.sqlite')));
const settlement = createSettlement(ledger, platform, log);
const printer = createCertificatePrinter({ uri: task.printerUri, userName: terminalName, delays: quickDelays });
// As the bridge does it at its start: what became of the sheets of before is told first.
await settlement.settle();
await printCertificate(task.person);
await printer.close();
ledger.close();

async function printCertificate(person: Person): Promise<void> {
  const kind = 'social-insurance-enrolment';
  const issued = await platform.issue(person, kind, randomUUID(), new AbortController().signal);
  tell({ event: 'issued', number: issued.number });
  const pdf = new Personal<Uint8Array>(Buffer.from(issued.pdfBase64, 'base64'));
  const { number, name, pages } = issued;
  const leave = new AbortController();
  printing = true;
  const parts = { printer, platform, ledger, settlement, log } as unknown as CertificateParts;
  await print(
    parts,
    {
      signal: leave.signal,
      emit: event => {
        if (event.type !== 'progress') return;
        tell({ event: 'progress', stage: event.progress.stage });
        if (event.progress.stage === 'printing') reached('printing');
        if (event.progress.stage === 'held' && task.leaveWhenHeld) leave.abort();
      },
    },
    { number, name, pages, pdf, preview: new Personal<Uint8Array>(new Uint8Array()) },
  );
}
