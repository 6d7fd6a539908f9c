import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openPrintLedger } from './print-ledger.ts';

const folder = mkdtempSync(join(tmpdir(), 'ledger-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('a print cut off after its bytes left is uncertain when the ledger opens again, one before that has failed', () => {
  const file = join(folder, 'crash.sqlite');
  const before = openPrintLedger(file);
  before.intend('A');
  before.sent('A');
  before.intend('B');
  before.close();
  const after = openPrintLedger(file);
  expect(after.unsettled()).toEqual([
    { number: 'A', state: 'uncertain' },
    { number: 'B', state: 'failed' },
  ]);
  after.settled('A');
  expect(after.unsettled().map(print => print.number)).toEqual(['B']);
  after.close();
});

test('a number is printed once: it cannot be intended twice', () => {
  const ledger = openPrintLedger(join(folder, 'twice.sqlite'));
  expect(ledger.has('A')).toBe(false);
  ledger.intend('A');
  expect(ledger.has('A')).toBe(true);
  expect(() => ledger.intend('A')).toThrow(/UNIQUE/);
  ledger.close();
});
