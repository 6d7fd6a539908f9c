import type { FaultName } from '../../../content/common/faults.ts';
import { type StatusQuestion, statusQuestions } from './status-codec.ts';

/** How a printer is, from its four real-time answers. */
export interface PrinterCondition {
  onLine: boolean;
  coverOpen: boolean;
  paper: 'enough' | 'low' | 'out';
  cutterError: boolean;
  /** Head temperature and the like: goes away by itself or by DLE ENQ 2. */
  recoverableError: boolean;
  unrecoverableError: boolean;
}

/** Bits as Epson's reference for DLE EOT 1 to 4 gives them. Total for every four bytes. */
export function conditionOf(answers: Readonly<Record<StatusQuestion, number>>): PrinterCondition {
  const bit = (question: StatusQuestion, number: number): boolean => (answers[question] & (1 << number)) !== 0;
  const either = (question: StatusQuestion, ...numbers: number[]) => numbers.some(number => bit(question, number));
  const paperOut = either('paper', 5, 6) || bit('off-line-cause', 5);
  const cutterError = bit('error-cause', 3);
  const unrecoverableError = bit('error-cause', 5);
  return {
    onLine: !bit('printer', 3),
    coverOpen: bit('off-line-cause', 2),
    paper: paperOut ? 'out' : either('paper', 2, 3) ? 'low' : 'enough',
    cutterError,
    // Bit 6 of the off-line cause says that some error is there; models differ in which of them they name.
    recoverableError: either('error-cause', 2, 6) || (bit('off-line-cause', 6) && !cutterError && !unrecoverableError),
    unrecoverableError,
  };
}

/** What keeps it from printing; null when nothing does. The cause that a hand must mend first comes first. */
export function faultOf(condition: PrinterCondition): FaultName | null {
  if (condition.unrecoverableError) return 'receipt-printer-failed';
  if (condition.coverOpen) return 'receipt-printer-cover-open';
  if (condition.cutterError) return 'receipt-printer-cutter';
  if (condition.paper === 'out') return 'receipt-printer-out-of-paper';
  if (condition.recoverableError) return 'receipt-printer-failed';
  return condition.onLine ? null : 'receipt-printer-offline';
}

/** Worth a DLE ENQ 2. */
export function isRecoverable(condition: PrinterCondition): boolean {
  return (condition.cutterError || condition.recoverableError) && !condition.unrecoverableError;
}

/** The bytes a printer in this condition answers with: the other direction, for the simulator. */
export function answersOf(condition: PrinterCondition): Record<StatusQuestion, number> {
  const bits = (...set: (number | false)[]): number =>
    set.reduce<number>((byte, number) => (number === false ? byte : byte | (1 << number)), 0b0001_0010);
  const { coverOpen, paper, cutterError, recoverableError, unrecoverableError } = condition;
  const anyError = cutterError || recoverableError || unrecoverableError;
  return {
    printer: bits(!condition.onLine && 3),
    'off-line-cause': bits(coverOpen && 2, paper === 'out' && 5, anyError && 6),
    'error-cause': bits(recoverableError && 2, cutterError && 3, unrecoverableError && 5),
    // An empty sensor sees no end of the roll either.
    paper: bits(...(paper === 'enough' ? [] : [2, 3]), ...(paper === 'out' ? [5, 6] : [])),
  };
}

export function everyAnswer(answers: readonly number[]): Record<StatusQuestion, number> | null {
  if (answers.length !== statusQuestions.length) return null;
  const [printer = 0, offLine = 0, error = 0, paper = 0] = answers;
  return { printer, 'off-line-cause': offLine, 'error-cause': error, paper };
}
