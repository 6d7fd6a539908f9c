import { type FaultName, Refusal } from '../../content/common/faults.ts';
import type { VoidReason } from '../../platform/api/types.ts';
import type { Log } from '../log.ts';
import type { PlatformClient } from '../platform/client.ts';
import type { PrintLedger, UnsettledPrint } from './print-ledger.ts';

/** Tells the platform what became of each sheet, until it has heard. */
export interface Settlement {
  /** Reports every print that ended and is not known there yet, oldest first. */
  settle(): Promise<void>;
  /** Voids a certificate that was never released. Not delivered, it stays what it is: not in force. */
  giveBack(number: string, reason: VoidReason): void;
}

export function createSettlement(ledger: PrintLedger, platform: PlatformClient, log: Log): Settlement {
  let settling: Promise<void> = Promise.resolve();

  /** False when the platform is silent, so that asking about the others is of no use now. */
  async function report({ number, state }: UnsettledPrint): Promise<boolean> {
    try {
      if (state === 'printed') await platform.printed(number);
      else await platform.void(number, state === 'failed' ? 'print-failed' : 'print-uncertain');
    } catch (error) {
      const name = refusalName(error);
      log.warn({ number, state, fault: name }, 'print not settled');
      // Only these two say that there is nothing left to tell; a refused token may be right again tomorrow.
      if (name !== 'certificate-unknown' && name !== 'certificate-state-conflict')
        return name !== 'platform-unreachable';
    }
    ledger.settled(number);
    return true;
  }

  return {
    settle: () => {
      // One round after the other, so that each print is reported once; one that failed does not stop the next.
      settling = settling
        .catch(() => {})
        .then(async () => {
          for (const print of ledger.unsettled()) if (!(await report(print))) return;
        });
      return settling;
    },
    giveBack: (number, reason) => {
      platform.void(number, reason).catch(error => {
        log.warn({ number, fault: refusalName(error) }, 'void not delivered');
      });
    },
  };
}

/** The fault of an expected failure; anything else is a defect and is thrown on. */
export function refusalName(error: unknown): FaultName {
  if (error instanceof Refusal) return error.fault;
  throw error;
}
