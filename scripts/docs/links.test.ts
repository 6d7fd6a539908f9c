import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { defaultPaths } from '../paths.ts';

const pages = ['README.md', ...globSync('docs/**/*.md', { cwd: defaultPaths.checkout })];

test.each(pages)('every file that %s links to is there', page => {
  const text = readFileSync(join(defaultPaths.checkout, page), 'utf8');
  const targets = [...text.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(match => match[1] ?? '');
  const missing = targets.filter(target => !existsSync(join(defaultPaths.checkout, dirname(page), target)));
  expect(missing).toEqual([]);
});
