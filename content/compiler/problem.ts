/** One thing found in the content sources. Errors block a publication, warnings do not. */
export interface Problem {
  severity: 'error' | 'warning';
  /** Path of the file, relative to the source folder. */
  file: string;
  /** 1-based; 0 when the whole file is meant. */
  line: number;
  /** Name of the rule, for searching and for switching the editor's marks. */
  rule: string;
  message: string;
  /** What to do about it. */
  mend: string;
}

export function problemLine(problem: Problem): string {
  const { severity, file, line, rule, message, mend } = problem;
  return `${file}:${line}: ${severity}: ${message} [${rule}]\n    -> ${mend}`;
}
