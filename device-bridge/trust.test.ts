import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { initKeys } from '../content/publisher/keys/ceremony.ts';
import type { BridgeConfig } from './config.ts';
import { loadTrust } from './trust.ts';

const folder = mkdtempSync(join(tmpdir(), 'trust-'));
afterAll(() => rmSync(folder, { recursive: true }));

const configWith = (mode: BridgeConfig['mode'], trustedRoot: string): BridgeConfig =>
  ({ mode, platform: { sealAuthorities: [] }, content: { trustedRoot } }) as unknown as BridgeConfig;

test('a real terminal refuses the root of a trial start, a demo takes it', async () => {
  const keys = join(folder, 'demo');
  await initKeys({ folder: keys, towns: [], now: new Date(), demo: true });
  const root = join(keys, 'root.json');
  await expect(loadTrust(configWith('terminal', root))).rejects.toThrow(/E601.*root\.json.*trial/);
  expect((await loadTrust(configWith('demo', root))).contentRoot).toEqual(await readFile(root));
});

test('a publisher’s own root is taken, one that is not signed by enough is named', async () => {
  const keys = join(folder, 'own');
  await initKeys({ folder: keys, towns: [], now: new Date() });
  const own = join(keys, 'root.json');
  const text = await readFile(own, 'utf8');
  expect((await loadTrust(configWith('terminal', own))).contentRoot.toString()).toBe(text);
  const broken = join(folder, 'broken.json');
  for (const content of ['no root', text.replace('"version":1', '"version":2')]) {
    writeFileSync(broken, content);
    await expect(loadTrust(configWith('terminal', broken))).rejects.toThrow(/E601.*broken\.json/);
  }
});
