import type { DeviceIdentity } from '../device.ts';
import { conditionOf, everyAnswer, type PrinterCondition } from './printer-condition.ts';
import type { PrinterLine } from './printer-line.ts';
import type { ReceiptDelays } from './receipt-delays.ts';
import { encodeIdentityQuestion, encodeQuestion, identityQuestions, statusQuestions } from './status-codec.ts';

/**
 * One look at the printer: the four questions one by one. Null when one stays without an answer, and when more answers
 * came than questions were asked: then a late or a stray one may have been taken for another.
 */
export async function lookAt(
  line: PrinterLine,
  delays: ReceiptDelays,
  signal: AbortSignal,
): Promise<PrinterCondition | null> {
  line.forgetStatuses();
  for (const [index, question] of statusQuestions.entries()) {
    if (!(await line.send(encodeQuestion(question), delays.answerMs, signal))) return null;
    if (!(await line.until(() => line.statuses.length > index, delays.answerMs, signal))) return null;
  }
  const tooMany = () => line.statuses.length > statusQuestions.length;
  if (await line.until(tooMany, delays.quietMs, signal)) return null;
  const answers = everyAnswer(line.statuses);
  return answers === null || line.lost ? null : conditionOf(answers);
}

/** Asks for names, once a line. A printer that has none keeps silent, and is not asked on. */
export async function askIdentity(
  line: PrinterLine,
  delays: ReceiptDelays,
  signal: AbortSignal,
): Promise<DeviceIdentity | null> {
  const named: DeviceIdentity = { manufacturer: null, model: null, firmware: null, serialNumber: null };
  for (const key of ['manufacturer', 'model', 'firmware', 'serialNumber'] as const) {
    line.forgetSlow();
    line.expectText(true);
    const sent = await line.send(encodeIdentityQuestion(identityQuestions[key]), delays.answerMs, signal);
    const answered = sent && (await line.until(() => line.texts.length > 0, delays.answerMs, signal));
    line.expectText(false);
    if (!answered) return key === 'manufacturer' ? null : named;
    named[key] = line.texts[0] || null;
  }
  return named;
}
