import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fault, faultNames } from '../../content/common/faults.ts';
import { errorPage } from './error-page.ts';

describe('the catalogue of faults', () => {
  test('is the page in docs/errors.md; run npm run docs after a change', async () => {
    const page = await readFile(join(import.meta.dirname, '../../docs/errors.md'), 'utf8');
    expect(page).toBe(errorPage());
  });
  test('gives each code once and has both languages', () => {
    const faults = faultNames().map(fault);
    expect(new Set(faults.map(each => each.code)).size).toBe(faults.length);
    for (const { citizen, remedy } of faults) {
      expect(citizen.en).toBeTruthy();
      expect(remedy.en).toBeTruthy();
    }
  });
});
