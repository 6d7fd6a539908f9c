import { expect, test } from 'vitest';
import {
  type GuidePrintEvent,
  type GuidePrintFlow,
  isPrintingGuide,
  listsPerVisit,
  nextGuidePrint,
  noGuidePrint,
} from './guide-print-flow.ts';

const after = (...events: GuidePrintEvent[]): GuidePrintFlow => events.reduce(nextGuidePrint, noGuidePrint);
const asked: GuidePrintEvent = { type: 'asked', paper: 'a4', matterId: 'dog-registration' };
const printed: GuidePrintEvent[] = [asked, { type: 'sent' }, { type: 'ended', fault: null }];

test('a list is printed, and another can follow', () => {
  expect(after(...printed).step).toEqual({ step: 'printed', paper: 'a4', matterId: 'dog-registration' });
  expect(after(...printed, asked)).toMatchObject({ step: { step: 'printing' }, used: 1 });
});
test('a second wish while one is printed leaves the very same flow', () => {
  const printing = after(asked);
  expect(nextGuidePrint(printing, asked)).toBe(printing);
});
test('a visit has five lists; one that never reached a printer does not count', () => {
  const failed: GuidePrintEvent[] = [asked, { type: 'ended', fault: 'guide-print-failed' }];
  const five = after(...failed, ...Array.from({ length: listsPerVisit }, () => printed).flat());
  expect(five.used).toBe(listsPerVisit);
  expect(nextGuidePrint(five, asked)).toBe(five);
});
test('a printer that waits is named, and is no work that keeps a visit alive', () => {
  const held = after(asked, { type: 'sent' }, { type: 'held', fault: 'printer-out-of-paper' });
  expect(isPrintingGuide(held)).toBe(false);
  expect(isPrintingGuide(nextGuidePrint(held, { type: 'held', fault: null }))).toBe(true);
});
test('nothing of it outlives the visit, not even what is heard late', () => {
  const dropped = after(...printed, { type: 'dropped' });
  expect(dropped).toBe(noGuidePrint);
  expect(nextGuidePrint(dropped, { type: 'ended', fault: null })).toBe(dropped);
});
