import { isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Problem } from './problem.ts';

type Path = readonly PropertyKey[];

/** A parsed YAML source together with the way back from a value to its line. */
export interface SourceFile<T> {
  file: string;
  value: T;
  /** 1-based line of the value at this path, or of its nearest parent that exists. */
  lineOf(path: Path): number;
}

export type SourceResult<T> = { source: SourceFile<T>; problems: [] } | { source: null; problems: Problem[] };

/** Parses YAML text by a schema; every problem carries the line it stands in. */
export function parseSource<S extends z.ZodType>(file: string, text: string, schema: S): SourceResult<z.output<S>> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  if (document.errors.length > 0) {
    return {
      source: null,
      problems: document.errors.map(error => ({
        severity: 'error',
        file,
        line: error.linePos?.[0].line ?? 0,
        rule: 'yaml-syntax',
        message: error.message.split('\n')[0]?.replace(/ at line .*$/, '') ?? 'not valid YAML',
        mend: 'Mend the YAML of this line: check indentation, colons and quotes.',
      })),
    };
  }
  const lineOf = (path: Path): number => {
    for (let depth = path.length; depth >= 0; depth--) {
      const node = depth === 0 ? document.contents : document.getIn(path.slice(0, depth), true);
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    }
    return 1;
  };
  const parsed = schema.safeParse(document.toJS());
  if (parsed.success) return { source: { file, value: parsed.data, lineOf }, problems: [] };
  return {
    source: null,
    problems: parsed.error.issues
      .flatMap(issue => innermost(issue))
      .map(issue => ({
        severity: 'error',
        file,
        line: lineOf(issue.path),
        rule: 'schema',
        message: `${issue.path.join('.') || 'file'}: ${issue.message}`,
        mend: 'Write the value as the message says; the other files of this folder are examples.',
      })),
  };
}

type Issue = z.core.$ZodIssue;

/** A union's own message says nothing; the issues of its likeliest branch (the one that got furthest) do. */
function innermost(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
  const deepest = issue.errors.toSorted((a, b) => depthOf(b) - depthOf(a))[0] ?? [];
  if (depthOf(deepest) === 0) return [{ ...issue, message: 'expected words: a string, or zh and en' }];
  return deepest.map(inner => ({ ...inner, path: [...issue.path, ...inner.path] }));
}

function depthOf(issues: readonly Issue[]): number {
  return Math.max(0, ...issues.map(issue => issue.path.length));
}
