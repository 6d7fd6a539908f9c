import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { contentFaultsPage } from './content-faults-page.ts';

test('the faults of content are the page in docs/content-faults.md; run npm run docs after a change', async () => {
  const page = await readFile(join(import.meta.dirname, '../../docs/content-faults.md'), 'utf8');
  expect(page).toBe(contentFaultsPage());
});
