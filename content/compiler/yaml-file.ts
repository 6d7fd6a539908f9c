import { isNode, LineCounter, parseDocument } from 'yaml';

/** A YAML text as it is written, before any model. */
export interface YamlFile {
  errors: readonly { line: number; message: string }[];
  /** What it says, as plain data that nobody may change: it is kept. */
  content: unknown;
  /** 1-based line of the value at this path, or of its nearest parent that exists. */
  lineOf(path: readonly PropertyKey[]): number;
}

/**
 * What each file said last. Between two looks at a folder (a watch after each save, an import that tries out what it
 * would write) all files but a few say the same, and parsing is most of the work.
 */
const last = new Map<string, { text: string; parsed: YamlFile }>();

/** `file` is its path below the content folder. */
export function parseYaml(file: string, text: string): YamlFile {
  const before = last.get(file);
  if (before?.text === text) return before.parsed;
  const parsed = parse(text);
  last.set(file, { text, parsed });
  return parsed;
}

function parse(text: string): YamlFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  return {
    errors: document.errors.map(({ linePos, message }) => ({ line: linePos?.[0].line ?? 0, message })),
    content: document.errors.length > 0 ? undefined : frozen(document.toJS()),
    lineOf: path => {
      for (let depth = path.length; depth >= 0; depth--) {
        const node = depth === 0 ? document.contents : document.getIn(path.slice(0, depth), true);
        if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
      }
      return 1;
    },
  };
}

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(frozen);
  return value;
}
