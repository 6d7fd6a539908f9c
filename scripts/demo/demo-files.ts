import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { stringify } from 'yaml';

export async function writeYaml(file: string, value: unknown): Promise<void> {
  await writeFile(file, stringify(value), { mode: 0o600 });
}

/** A random secret, made once and kept. */
export async function keptSecret(file: string): Promise<string> {
  await writeFile(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' }).catch(error => {
    if (error.code !== 'EEXIST') throw error;
  });
  return readFile(file, 'utf8');
}

/** What an installer does by hand: bring the seal's authority from the platform to the terminal. */
export async function saveSealAuthority(platformUrl: string, file: string): Promise<void> {
  const response = await fetch(`${platformUrl}/api/certificates/authority.pem`);
  if (!response.ok) throw new Error(`the platform gave no seal authority: ${response.status}`);
  await writeFile(file, await response.text());
}
