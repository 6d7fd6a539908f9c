import { expect, test } from 'vitest';
import { generationOf, matter } from '../../catalog/catalog.test-support.ts';
import { departmentsWithCounts } from './counts.ts';

test('lists the departments, the one with most matters first, each with the field it works in most', () => {
  const [office, fund] = [{ zh: '区民政局' }, { zh: '公积金中心' }];
  const generation = generationOf(
    matter('a', { department: fund, field: 'housing' }),
    matter('b', { department: office, field: 'disability' }),
    matter('c', { department: office, field: 'civil-affairs' }),
    matter('d', { department: office, field: 'civil-affairs' }),
  );
  expect(departmentsWithCounts(generation)).toEqual([
    { name: office, field: 'civil-affairs', count: 3 },
    { name: fund, field: 'housing', count: 1 },
  ]);
});
