import { expect, test } from 'vitest';
import { isIdNumber } from '../../content/common/id-number.ts';
import { bodyOf, kinds } from './kinds.ts';
import { samplePeople } from './sample-records.ts';

const people = samplePeople.map(({ person, records }) => ({ person, records, kinds: records.map(({ kind }) => kind) }));

test('between them the sample people have every kind, and nobody has one twice', () => {
  expect(new Set(people.flatMap(each => each.kinds))).toEqual(new Set(Object.keys(kinds)));
  for (const each of people) expect(each.kinds).toHaveLength(new Set(each.kinds).size);
});

test('nobody contradicts himself: who owns no home has none registered and no loan for one', () => {
  for (const each of people.filter(({ kinds }) => kinds.includes('property-none'))) {
    expect(each.kinds).not.toContain('property-owned');
    expect(each.kinds).not.toContain('housing-fund-loan-settled');
  }
});

test('a sample number is of Huangyan, checks out and says the birthday and sex that the household record says', () => {
  for (const { person, records } of people) {
    expect(person.idNumber).toMatch(/^331003/);
    expect(isIdNumber(person.idNumber)).toBe(true);
    for (const record of records.filter(each => each.kind === 'household-registration')) {
      expect(record.bornOn.replaceAll('-', '')).toBe(person.idNumber.slice(6, 14));
      expect(record.sex).toBe(Number(person.idNumber[16]) % 2 === 1 ? '男' : '女');
    }
  }
});

test('every sheet says what is certified in both languages, and each row fits its table', () => {
  for (const record of people.flatMap(each => each.records)) {
    const { statement, table } = bodyOf(record);
    expect(statement.zh).toMatch(/^经查询.*。$/);
    expect(statement.en).toMatch(/\.$/);
    // A Chinese font sets ’ as wide as a character: the English lines do without.
    expect(statement.en).not.toContain('’');
    expect(table.rows.length).toBeGreaterThan(0);
    for (const row of table.rows) expect(row).toHaveLength(table.columns.length);
    if (table.widths) expect(table.widths).toHaveLength(table.columns.length);
  }
});

test('the months of payments add up', () => {
  const record = people.flatMap(each => each.records).find(each => each.kind === 'social-insurance-payments');
  if (record === undefined) throw new Error('nobody has payments');
  const { rows } = bodyOf(record).table;
  const column = (index: number): number[] => rows.map(row => Number(String(row[index]).replaceAll(',', '')));
  for (const index of [2, 3]) {
    const numbers = column(index);
    const total = numbers.pop();
    expect(numbers.reduce((sum, each) => sum + each, 0)).toBeCloseTo(total ?? 0, 2);
  }
});
