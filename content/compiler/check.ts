import { localDate } from '../common/local-date.ts';
import { fontGlyphs } from './font-glyphs.ts';
import type { Problem } from './problem.ts';
import { readSources, type Sources } from './read-sources.ts';
import { checkRules } from './rules/check-rules.ts';

export interface CheckReport {
  sources: Sources;
  problems: Problem[];
  errors: number;
  warnings: number;
}

/** Reads and checks a content folder as of `today` (ISO). Errors come first, by file and line; then the warnings. */
export async function checkContent(folder: string, today = localDate(new Date())): Promise<CheckReport> {
  const sources = await readSources(folder);
  const problems = [...sources.problems, ...checkRules(sources, { today, glyphs: await fontGlyphs() })].sort(
    (a, b) => rank(a) - rank(b) || a.file.localeCompare(b.file) || a.line - b.line,
  );
  const errors = problems.filter(problem => problem.severity === 'error').length;
  return { sources, problems, errors, warnings: problems.length - errors };
}

function rank({ severity }: Problem): number {
  return severity === 'error' ? 0 : 1;
}
