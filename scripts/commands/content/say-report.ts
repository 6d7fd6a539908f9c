import type { CheckReport } from '../../../content/compiler/check.ts';
import { problemLine } from '../../../content/compiler/problem.ts';
import type { CommandInput } from '../command-line.ts';

/** What the check found, and how much there is. */
export function sayReport({ problems, sources, errors, warnings }: CheckReport, say: CommandInput['say']): void {
  for (const problem of problems) say(problemLine(problem));
  say(`${sources.matters.length} matters, ${sources.places.length} places: ${errors} errors, ${warnings} warnings`);
}
