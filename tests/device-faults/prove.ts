import { faultTests } from '../support/fault-tests.ts';

/** One line of docs/device-faults.md: what was done to a device, by which peer, and what the terminal did. */
export interface DeviceFaultRow {
  fault: string;
  /** The program at the other end: ippeveprinter, the SANE test backend, socat, our simulator, ... */
  peer: string;
  outcome: string;
}

/** Tests of the rows of one list: call it once a list, and prove each row once. */
export function deviceFaultTests<Name extends string>(rows: Readonly<Record<Name, DeviceFaultRow>>) {
  return faultTests<DeviceFaultRow, Name>(rows, row => `${row.fault} (${row.peer}): ${row.outcome}`);
}
