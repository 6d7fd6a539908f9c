import { faultTests } from '../support/fault-tests.ts';
import { type FaultFile, type FaultRow, faultList } from './fault-list.ts';

/** Tests of one file of the list. */
export function contentFaultTests<F extends FaultFile>(file: F) {
  type Name = keyof (typeof faultList)[F] & string;
  const rows: Readonly<Record<string, FaultRow>> = faultList[file];
  return faultTests<FaultRow, Name>(rows as Readonly<Record<Name, FaultRow>>, titleOf);
}

function titleOf({ fault, where, outcome }: FaultRow): string {
  return `${fault}, ${where}: ${outcome}`;
}
