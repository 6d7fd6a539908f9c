import type { z } from 'zod';
import { zhCN } from 'zod/locales';
import type { CellProblem } from '../entity.ts';
import { fileFromValue, fileSchemas, pathFromFile } from '../source-entities.ts';
import { findCell } from './find-cell.ts';
import type { Reading } from './from-tables.ts';

const { localeError } = zhCN();

/** Every cell that keeps an entity from satisfying the model. */
export function schemaProblems(reading: Reading): CellProblem[] {
  return [...reading.entities.values()].flatMap(entity => {
    const { kind, value } = entity;
    const parsed = fileSchemas[kind].safeParse(fileFromValue(kind, value), { error: localeError });
    if (parsed.success) return [];
    return parsed.error.issues
      .flatMap(innermost)
      .map(issue => findCell(reading, entity, pathFromFile(kind, value, issue.path), issue.message));
  });
}

type Issue = z.core.$ZodIssue;

/** Of the branches of a union the one that got furthest says where the fault is. */
function innermost(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
  const depth = (issues: readonly Issue[]): number => Math.max(...issues.map(({ path }) => path.length));
  const likeliest = issue.errors.toSorted((a, b) => depth(b) - depth(a))[0] ?? [];
  if (depth(likeliest) === 0) return [issue];
  return likeliest.flatMap(inner => innermost({ ...inner, path: [...issue.path, ...inner.path] }));
}
