import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answersOf, conditionOf, everyAnswer, faultOf, type PrinterCondition } from './printer-condition.ts';
import { freshEar, type Heard, hear } from './status-codec.ts';

const seed = Date.now() % 2 ** 31;
const runs = 100_000;

const conditions: fc.Arbitrary<PrinterCondition> = fc.record({
  onLine: fc.boolean(),
  coverOpen: fc.boolean(),
  paper: fc.constantFrom('enough' as const, 'low' as const, 'out' as const),
  cutterError: fc.boolean(),
  recoverableError: fc.boolean(),
  unrecoverableError: fc.boolean(),
});

/** What the reference says of a byte, written another way than the codec does. */
function isStatus(byte: number): boolean {
  return (
    byte
      .toString(2)
      .padStart(8, '0')
      .replace(/^0..1..10$/, 'yes') === 'yes'
  );
}

describe('the bytes of a receipt printer', () => {
  test('take any noise, in any portions, and only status bytes are taken for status', () => {
    console.info(`DLE EOT parser: ${runs} runs, seed ${seed}`);
    const portions = fc.array(fc.uint8Array({ maxLength: 12 }), { maxLength: 6 });
    fc.assert(
      fc.property(portions, fc.boolean(), (chunks, expectsText) => {
        let ear = { ...freshEar, expectsText };
        const heard: Heard[] = [];
        for (const chunk of chunks) {
          const taken = hear(ear, chunk);
          ear = taken.ear;
          heard.push(...taken.heard);
        }
        const whole = hear({ ...freshEar, expectsText }, Buffer.concat(chunks)).heard;
        if (JSON.stringify(heard) !== JSON.stringify(whole)) throw new Error('portions change what is heard');
        const bytes = heard.flatMap(one => (one.kind === 'status' ? [one.byte] : []));
        if (!bytes.every(isStatus)) throw new Error('noise was taken for status');
        if (!expectsText && bytes.length !== Buffer.concat(chunks).filter(isStatus).length)
          throw new Error('a status byte was lost');
        const answers = everyAnswer(bytes);
        if (answers !== null) faultOf(conditionOf(answers));
      }),
      { numRuns: runs, seed },
    );
  });

  test('tell the same condition that the printer was in', () => {
    fc.assert(
      fc.property(conditions, condition => {
        const answers = answersOf(condition);
        expect(Object.values(answers).every(isStatus)).toBe(true);
        expect(conditionOf(answers)).toEqual(condition);
      }),
      { numRuns: 2000, seed },
    );
  });

  test('name a printer only while a name is expected', () => {
    const name = Buffer.from('_TM-T88V\0');
    expect(hear({ expectsText: true, text: null }, name).heard).toEqual([{ kind: 'text', text: 'TM-T88V' }]);
    expect(hear(freshEar, name).heard.every(one => one.kind !== 'text')).toBe(true);
  });

  test('hold and let go of the sender', () => {
    expect(hear(freshEar, Uint8Array.of(0x13, 0x11)).heard).toEqual([
      { kind: 'flow', held: true },
      { kind: 'flow', held: false },
    ]);
  });
});

describe('what keeps a printer from printing', () => {
  const well: PrinterCondition = {
    ...{ onLine: true, coverOpen: false, paper: 'enough' },
    ...{ cutterError: false, recoverableError: false, unrecoverableError: false },
  };
  test.each([
    [{}, null],
    [{ paper: 'low' }, null],
    [{ onLine: false }, 'receipt-printer-offline'],
    [{ onLine: false, paper: 'out' }, 'receipt-printer-out-of-paper'],
    [{ onLine: false, coverOpen: true, paper: 'out' }, 'receipt-printer-cover-open'],
    [{ cutterError: true }, 'receipt-printer-cutter'],
    [{ recoverableError: true }, 'receipt-printer-failed'],
    [{ unrecoverableError: true, coverOpen: true }, 'receipt-printer-failed'],
  ] as const)('%o gives %s', (change, fault) => {
    expect(faultOf({ ...well, ...change })).toBe(fault);
  });

  test('an error that the printer does not explain is an error still', () => {
    expect(faultOf(conditionOf({ printer: 0x1a, 'off-line-cause': 0x52, 'error-cause': 0x12, paper: 0x12 }))).toBe(
      'receipt-printer-failed',
    );
  });
});
