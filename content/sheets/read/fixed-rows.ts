import { type CellProblem, type Entities, entityKey } from '../entity.ts';
import { findCell } from './find-cell.ts';
import type { Reading } from './from-tables.ts';

/** Places come and go by decision of the state, not by a row: their codes are in keys, addresses and folders. */
export function fixedRowProblems(reading: Reading, earlier: Entities): CellProblem[] {
  const problems: CellProblem[] = [];
  for (const entity of reading.entities.values())
    if (entity.kind === 'place' && !earlier.has(entityKey('place', entity.id))) {
      const { address } = findCell(reading, entity, ['code'], '');
      problems.push({ address, expected: '已有的网点代码：不能在这里增加网点', found: entity.id });
    }
  for (const { kind, id } of earlier.values())
    if (kind === 'place' && !reading.entities.has(entityKey('place', id)))
      problems.push({ address: '网点!A1', expected: `网点 ${id} 的一行：不能在这里减少网点`, found: '' });
  return problems;
}
