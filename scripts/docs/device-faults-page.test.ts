import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { allDeviceFaults } from '../../tests/device-faults/all-faults.ts';
import { deviceFaultsPage } from './device-faults-page.ts';

test('the faults of devices are the page in docs/device-faults.md; run npm run docs after a change', async () => {
  const page = await readFile(join(import.meta.dirname, '../../docs/device-faults.md'), 'utf8');
  expect(page).toBe(deviceFaultsPage());
  for (const { test } of allDeviceFaults)
    expect(existsSync(join(import.meta.dirname, `../../tests/${test}.test.ts`)), test).toBe(true);
});
