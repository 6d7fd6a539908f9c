import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { ensureDemoSigningKey } from '../content/publisher/signing-key.ts';
import type { BridgeConfig } from './config.ts';
import { loadTrust } from './trust.ts';

const folder = mkdtempSync(join(tmpdir(), 'trust-'));
afterAll(() => rmSync(folder, { recursive: true }));

const configWith = (mode: BridgeConfig['mode'], publisherKey: string): BridgeConfig =>
  ({ mode, platform: { sealAuthorities: [] }, content: { publisherKeys: [publisherKey] } }) as unknown as BridgeConfig;

test('a real terminal refuses the key of a trial start, a demo takes it', async () => {
  const file = join(folder, 'demo.pem');
  await ensureDemoSigningKey(file);
  await expect(loadTrust(configWith('terminal', `${file}.pub`))).rejects.toThrow(/E601.*demo\.pem\.pub/);
  expect((await loadTrust(configWith('demo', `${file}.pub`))).publishers[0]?.asymmetricKeyType).toBe('ed25519');
});

test('a publisher’s own key is taken, a file that is no key is named', async () => {
  const own = join(folder, 'own.pem');
  writeFileSync(own, generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'pem' }));
  expect((await loadTrust(configWith('terminal', own))).publishers).toHaveLength(1);
  const broken = join(folder, 'broken.pem');
  writeFileSync(broken, 'no key');
  await expect(loadTrust(configWith('terminal', broken))).rejects.toThrow(/broken\.pem/);
});
