import { afterAll, expect, test } from 'vitest';
import { type FaultFile, type FaultRow, faultList } from './fault-list.ts';

/**
 * Tests of one file of the list: each proves one row, and in the end every row must have been proved. `prove` returns
 * how often the fault was tried.
 */
export function faultTests<F extends FaultFile>(file: F) {
  const rows: Record<string, FaultRow> = faultList[file];
  const proved = new Map<string, number>();
  afterAll(() => {
    expect([...proved.keys()].sort()).toEqual(Object.keys(rows).sort());
  });
  return (name: keyof (typeof faultList)[F] & string, prove: () => Promise<number>): void => {
    const row = rows[name];
    if (row === undefined) throw new Error(`no fault ${name} in the list`);
    test(`${row.fault}, ${row.where}: ${row.outcome}`, { timeout: 120_000 }, async () => {
      const tries = await prove();
      expect(tries).toBeGreaterThan(0);
      proved.set(name, tries);
      if (process.env.CONTENT_FAULTS !== undefined) console.info(`${name}: ${tries}`);
    });
  };
}
