import { beforeAll, expect, test } from 'vitest';
import type { Sources } from '../compiler/read-sources.ts';
import { allocateCodes } from './allocate.ts';
import { fewSources, withMatter } from './codes.test-support.ts';
import { headLines, parseRegistry, registryText } from './registry-file.ts';
import { codeProblems } from './registry-rules.ts';
import { endCodes, moveCodes } from './retire.ts';

let sources: Sources;
let text: string;
beforeAll(async () => {
  sources = await fewSources();
  text = registryText(allocateCodes(sources, { codes: [] }).registry);
});

function found(registryText: string, of: Sources = sources): string[] {
  return codeProblems({ ...of, registry: parseRegistry(registryText) }).map(
    ({ rule, line }) => `${rule}:${line - headLines}`,
  );
}

/** Lines of the registry without its head, changed. */
function edited(change: (lines: string[]) => string[]): string {
  const [head, lines] = [text.split('\n').slice(0, headLines), text.split('\n').slice(headLines, -1)];
  return [...head, ...change(lines), ''].join('\n');
}

test('a registry as it was given has no problems, and is written as it was read', () => {
  expect(found(text)).toEqual([]);
  expect(registryText(parseRegistry(text))).toBe(text);
});

test('codes not given yet are a warning for each file', () => {
  const problems = codeProblems({ ...sources, registry: parseRegistry('') });
  expect(problems).toHaveLength(5);
  expect(new Set(problems.map(({ severity, rule }) => `${severity} ${rule}`))).toEqual(
    new Set(['warning code-missing']),
  );
  expect(problems[0]?.file).toMatch(/^district\/matters\//);
});

test('an id given to another subject is found by its mark', () => {
  const reused = edited(([first = '', ...rest]) => [first.replace(/registration/, 'cancellation'), ...rest]);
  expect(found(reused)).toEqual(['code-reused:1']);
});

test('a deleted line, a copied line and swapped lines are found', () => {
  expect(found(edited(([first = '', , ...rest]) => [first, ...rest]))).toContain('code-order:2');
  expect(found(edited(lines => [...lines, lines[0] ?? '']))).toEqual([expect.stringMatching(/^code-duplicate:/)]);
  expect(found(edited(([a = '', b = '', ...rest]) => [b, a, ...rest]))).toContain('code-order:1');
});

test('a mistyped id and a torn line are found', () => {
  expect(found(edited(([first = '', ...rest]) => [first.replace(/^../, '22'), ...rest]))).toEqual(['code-reused:1']);
  expect(found(edited(([first = '', ...rest]) => [first.slice(0, 30), ...rest]))).toEqual(['code-line:1']);
});

test('a matter that is gone blocks until it was moved or ended', () => {
  const without = withMatter(sources, 'birth-registration', null);
  expect(found(text, without)).toEqual(Array.from({ length: 4 }, () => expect.stringMatching(/^code-orphaned:/)));
  const moved = moveCodes(parseRegistry(text), 'birth-registration', 'social-insurance-certificate');
  const ended = endCodes(parseRegistry(text), 'birth-registration', '2026-11-01');
  if (moved === null || ended === null) throw new Error('not retired');
  expect(found(registryText(moved), without)).toEqual([]);
  expect(found(registryText(ended), without)).toEqual([]);
  // The matter is still there: its guide would have no code.
  expect(new Set(found(registryText(ended)).map(problem => problem.split(':')[0]))).toEqual(new Set(['code-retired']));
});

test('a matter that cannot be read is not taken for gone', () => {
  const without = withMatter(sources, 'birth-registration', null);
  const unread = { severity: 'error', file: 'x', line: 1, rule: 'schema', message: '', mend: '' } as const;
  expect(found(text, { ...without, problems: [unread] })).toEqual([]);
});

test('codes that lead in a circle or nowhere are found', () => {
  const { codes } = parseRegistry(text);
  const [a, b] = [codes[0]?.id ?? '', codes[1]?.id ?? ''];
  const lead = (to: string) => (line: string) => line.replace(' active ', ` moved:${to} `);
  const circle = edited(([first = '', second = '', ...rest]) => [lead(b)(first), lead(a)(second), ...rest]);
  expect(found(circle)).toEqual(expect.arrayContaining(['code-link:1', 'code-link:2']));
  const nowhere = edited(([first = '', ...rest]) => [lead('222222')(first), ...rest]);
  expect(found(nowhere)).toContain('code-link:1');
});
