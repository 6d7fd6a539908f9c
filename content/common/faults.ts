import { certificatePrinterFaults } from './faults/certificate-printer.ts';
import { codeReaderFaults } from './faults/code-reader.ts';
import { commandLineFaults } from './faults/command-line.ts';
import { contentFaults } from './faults/content.ts';
import { idCardReaderFaults } from './faults/id-card-reader.ts';
import { platformFaults } from './faults/platform.ts';
import { receiptPrinterFaults } from './faults/receipt-printer.ts';
import { scannerFaults } from './faults/scanner.ts';
import { socialSecurityCardFaults } from './faults/social-security-card.ts';
import { visitFaults } from './faults/visit.ts';
import type { Text } from './text.ts';

/** The one catalogue of expected failures, in blocks of a hundred by area; docs/errors.md shows it whole. */
const catalogue = {
  ...visitFaults,
  ...idCardReaderFaults,
  ...certificatePrinterFaults,
  ...platformFaults,
  ...contentFaults,
  ...commandLineFaults,
  ...scannerFaults,
  ...receiptPrinterFaults,
  ...codeReaderFaults,
  ...socialSecurityCardFaults,
} as const;

export type FaultName = keyof typeof catalogue;
export type FaultCode = (typeof catalogue)[FaultName]['code'];

/** A fault as it travels to a screen: the code and the citizen's words. */
export interface Fault {
  name: FaultName;
  code: FaultCode;
  citizen: Text;
  remedy: Text;
}

export function fault(name: FaultName): Fault {
  const { code, citizen, remedy } = catalogue[name];
  return { name, code, citizen, remedy };
}

export function staffWords(name: FaultName): string {
  return catalogue[name].staff;
}

export function faultNames(): FaultName[] {
  return Object.keys(catalogue) as FaultName[];
}

/** An expected failure on its way to a boundary (HTTP answer, command line). `detail` is for staff and holds no personal data. */
export class Refusal extends Error {
  readonly fault: FaultName;
  readonly detail: string;

  constructor(name: FaultName, detail = '') {
    super(`${catalogue[name].code} ${name}${detail ? `: ${detail}` : ''}`);
    this.name = 'Refusal';
    this.fault = name;
    this.detail = detail;
  }

  /** For programs: the shape of a failure under `--json` and in the platform's answers. Screens get a Fault. */
  toJSON(): { code: FaultCode; name: FaultName; message: string; remedy: string } {
    const { code, citizen, remedy } = catalogue[this.fault];
    return {
      code,
      name: this.fault,
      message: this.detail ? `${citizen.en} (${this.detail})` : citizen.en,
      remedy: remedy.en,
    };
  }
}
