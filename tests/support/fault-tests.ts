import { afterAll, expect, test } from 'vitest';

/**
 * Tests that stand for the rows of a page: each proves one row, and in the end every row must have been proved. `prove`
 * returns how often the fault was tried; FAULT_COUNTS=1 prints it.
 */
export function faultTests<Row, Name extends string>(rows: Readonly<Record<Name, Row>>, title: (row: Row) => string) {
  const proved = new Set<string>();
  afterAll(() => {
    expect([...proved].sort()).toEqual(Object.keys(rows).sort());
  });
  return (name: Name, prove: () => Promise<number>): void => {
    test(title(rows[name]), { timeout: 120_000 }, async () => {
      const tries = await prove();
      expect(tries).toBeGreaterThan(0);
      proved.add(name);
      if (process.env.FAULT_COUNTS !== undefined) console.info(`${name}: ${tries}`);
    });
  };
}
