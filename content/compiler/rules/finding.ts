import type { Problem } from '../problem.ts';
import type { SourceFile } from '../source-file.ts';

/** What a rule found in one file; the line follows from the path. */
export interface Finding {
  path: readonly PropertyKey[];
  rule: string;
  message: string;
  mend: string;
  /** An error unless it says warning. */
  severity?: 'warning';
}

export function toProblems<T>(source: SourceFile<T>, findings: readonly Finding[]): Problem[] {
  return findings.map(({ path, rule, message, mend, severity }) => ({
    severity: severity ?? 'error',
    file: source.file,
    line: source.lineOf(path),
    rule,
    message,
    mend,
  }));
}
