import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Problem } from '../../compiler/problem.ts';
import type { CellProblem, Entity } from '../entity.ts';
import { pathFromFile } from '../source-entities.ts';
import type { FileTexts } from '../write-back.ts';
import { findCell } from './find-cell.ts';
import type { Reading } from './from-tables.ts';

/** A problem of a file that an import would write, told by the cell it comes from; by file and line when it has none. */
export function cellOfProblem(problem: Problem, texts: FileTexts, reading: Reading): CellProblem {
  const { file, line, message, mend, rule } = problem;
  const text = texts.get(file);
  const entity = text === undefined || text === null ? undefined : entityOf(file, text, reading);
  if (entity === undefined || typeof text !== 'string')
    return { address: `${file}:${line}`, expected: `${message}. ${mend} [${rule}]`, found: '' };
  const path = pathFromFile(entity.kind, entity.value, pathAtLine(text, line));
  const { address, found } = findCell(reading, entity, path, message);
  return { address, expected: `${message}. ${mend} [${rule}]`, found };
}

function entityOf(file: string, text: string, reading: Reading): Entity | undefined {
  const content: unknown = parseDocument(text).toJS();
  const own = (key: string): string => String(Reflect.get(Object(content), key));
  const level = /^townships\/(\d+)-/.exec(file)?.[1] ?? 'district';
  if (file.endsWith('/overlay.yaml')) return reading.entities.get(`overlay/${level}`);
  if (file.endsWith('/place.yaml')) return reading.entities.get(`place/${own('code')}`);
  if (Array.isArray(content)) return reading.entities.get('life-events/district');
  return reading.entities.get(`matter/${own('id')}`);
}

/** The entry of a list that begins in this line, otherwise the shortest path whose value does. */
function pathAtLine(text: string, line: number): PropertyKey[] {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  let best: PropertyKey[] | null = null;
  const visit = (node: unknown, path: PropertyKey[]): void => {
    if (!isMap(node) && !isSeq(node) && !isScalar(node)) return;
    const begins = node.range ? lines.linePos(node.range[0]).line : 0;
    if (begins === line && (best === null || rank(path) < rank(best))) best = path;
    if (isMap(node))
      for (const { key, value } of node.items) visit(value, [...path, String(isScalar(key) ? key.value : key)]);
    if (isSeq(node)) for (const [index, item] of node.items.entries()) visit(item, [...path, index]);
  };
  visit(document.contents, []);
  return best ?? [];
}

function rank(path: readonly PropertyKey[]): number {
  return path.length + (typeof path.at(-1) === 'number' ? 0 : 100);
}
