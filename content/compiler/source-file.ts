import type { z } from 'zod';
import type { Problem } from './problem.ts';
import { parseYaml } from './yaml-file.ts';

type Path = readonly PropertyKey[];

/** A parsed YAML source together with the way back from a value to its line. */
export interface SourceFile<T> {
  file: string;
  value: T;
  /** 1-based line of the value at this path, or of its nearest parent that exists. */
  lineOf(path: Path): number;
}

export type SourceResult<T> = { source: SourceFile<T>; problems: [] } | { source: null; problems: Problem[] };

/** Says of an issue of the schema what is meant in this kind of file; null when nothing special is. */
export type IssueProblem = (
  file: string,
  issue: Issue,
) => { path: Path; rule: string; message: string; mend: string }[] | null;

/** Parses YAML text by a schema; every problem carries the line it stands in. */
export function parseSource<S extends z.ZodType>(
  file: string,
  text: string,
  schema: S,
  special: IssueProblem = () => null,
): SourceResult<z.output<S>> {
  const { errors, content, lineOf } = parseYaml(file, text);
  if (errors.length > 0) {
    return {
      source: null,
      problems: errors.map(({ line, message }) => ({
        severity: 'error',
        file,
        line,
        rule: 'yaml-syntax',
        message: message.split('\n')[0]?.replace(/ at line .*$/, '') ?? 'not valid YAML',
        mend: 'Mend the YAML of this line: check indentation, colons and quotes.',
      })),
    };
  }
  const parsed = schema.safeParse(content);
  if (parsed.success) return { source: { file, value: parsed.data, lineOf }, problems: [] };
  const problems = parsed.error.issues.flatMap(innermost).flatMap(issue =>
    (special(file, issue) ?? [ordinary(issue)]).map(({ path, rule, message, mend }): Problem => {
      return { severity: 'error', file, line: lineOf(path), rule, message, mend };
    }),
  );
  return { source: null, problems };
}

function ordinary(issue: Issue): { path: Path; rule: string; message: string; mend: string } {
  return {
    path: issue.code === 'unrecognized_keys' ? [...issue.path, ...issue.keys.slice(0, 1)] : issue.path,
    rule: 'schema',
    message: `${issue.path.join('.') || 'file'}: ${issue.message}`,
    mend: 'Write the value as the message says; the other files of this folder are examples.',
  };
}

type Issue = z.core.$ZodIssue;

/** A union's own message says nothing; the issues of its likeliest branch (the one that got furthest) do. */
function innermost(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
  const likeliest = issue.errors.toSorted((a, b) => nearness(b) - nearness(a))[0] ?? [];
  if (nearness(likeliest) === 0) return [{ ...issue, message: 'expected words: a string, or zh and en' }];
  return likeliest.flatMap(inner => innermost({ ...inner, path: [...issue.path, ...inner.path] }));
}

/** How far a branch got: a wrong kind of value not at all, an unknown or missing key a little, an inner value more. */
function nearness(issues: readonly Issue[]): number {
  return Math.max(...issues.map(issue => issue.path.length * 2 + (issue.code === 'unrecognized_keys' ? 1 : 0)));
}
