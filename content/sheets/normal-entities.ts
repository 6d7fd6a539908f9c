import { allSheets } from './all-sheets.ts';
import { type Entity, entityKey, type Table } from './entity.ts';
import { namesFrom } from './names.ts';
import { fromTables, type Reading } from './read/from-tables.ts';
import type { SourceEntities } from './source-entities.ts';
import { toTables } from './to-tables.ts';

/**
 * Sources in the one form in which they are compared: through the cells and back. Whatever the sheets cannot tell apart
 * is equal then, so an export that nobody touched can never look like a change.
 */
export function throughCells(sources: SourceEntities): { tables: Table[]; reading: Reading } {
  const tables = toTables(allSheets, sources, namesFrom(sources));
  const reading = fromTables(tables, new Map());
  const [problem] = reading.problems;
  if (problem !== undefined)
    throw new Error(`${problem.address} cannot be read back: ${problem.found}; ${problem.expected}`);
  return { tables, reading: withEmptyOnes(reading, sources) };
}

/** An overlay without any row is still there. */
function withEmptyOnes(reading: Reading, sources: SourceEntities): Reading {
  const entities = new Map<string, Entity>(reading.entities);
  for (const { kind, id } of sources.values()) {
    const key = entityKey(kind, id);
    if (!entities.has(key)) entities.set(key, { kind, id, value: {} });
  }
  return { ...reading, entities };
}
