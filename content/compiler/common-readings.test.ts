import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commonReadingsSource } from './common-readings.ts';

test('the everyday readings in the source are those of the dictionary', async () => {
  const written = await readFile(join(import.meta.dirname, '../model/search/common-readings.ts'), 'utf8');
  expect(commonReadingsSource()).toBe(written);
});
