import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { readyDatabase } from '../tests/support/ready-database.ts';
import { loadConfig } from './config.ts';
import { startPlatform } from './main.ts';
import { temporaryFolder, testConfig, token, tokenHash, wang } from './platform.test-support.ts';

const program = fileURLToPath(new URL('main.ts', import.meta.url));
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let child: ChildProcess | undefined;

beforeAll(async () => {
  folder = await temporaryFolder();
});
afterEach(() => {
  if (child?.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
  child = undefined;
});
afterAll(() => folder.remove());

async function run(...args: string[]): Promise<{ code: number | null; err: string }> {
  child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'ignore', 'pipe'] });
  let err = '';
  child.stderr?.on('data', chunk => {
    err += chunk;
  });
  const [code] = await once(child, 'close');
  return { code, err };
}

async function configFile(name: string, text: string): Promise<string> {
  const file = join(folder.path, name);
  await writeFile(file, text);
  return file;
}

const good = `
port: 0
publicUrl: http://127.0.0.1:7400/
dataDir: as-program
contentOriginDir: origin
terminals: [{ id: 331003206-1, tokenSha256: '${tokenHash(token)}' }]
issuer: { zh: 示例平台 }
`;

test('wrong usage ends with 2, a missing or wrong configuration with 1, a code and the key to mend', async () => {
  const file = await configFile('right.yaml', good);
  const usages = [[], ['--config', file], ['serve'], ['sevre', '--config', file], ['serve', 'on', '--config', file]];
  for (const usage of [...usages, ['serve', '--colour']]) {
    const { code, err } = await run(...usage);
    expect([code, err.includes('Usage: platform serve --config FILE')], usage.join(' ')).toEqual([2, true]);
  }
  expect(await run('serve', '--help')).toEqual({ code: 0, err: '' });
  const missing = await run('serve', '--config', join(folder.path, 'nowhere.yaml'));
  expect([missing.code, JSON.parse(missing.err).code]).toEqual([1, 'E601']);
  const wrong = await run('serve', '--config', await configFile('wrong.yaml', good.replace('port: 0', 'prot: 0')));
  expect([wrong.code, JSON.parse(wrong.err).code]).toEqual([1, 'E601']);
  expect(wrong.err).toContain('prot');
});

test('the example configuration is a right one and names every key', async () => {
  const file = fileURLToPath(new URL('platform.example.yaml', import.meta.url));
  const config = await loadConfig(file);
  for (const key of Object.keys(config)) expect(await readFile(file, 'utf8')).toMatch(new RegExp(`^${key}:`, 'm'));
});

test('the program answers, logs nothing personal and ends in order when it is told to', async () => {
  child = spawn(process.execPath, [program, 'serve', '--config', await configFile('platform.yaml', good)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (!child.stdout) throw new Error('no output to read');
  const lines: { msg: string; url?: string }[] = [];
  const ready = Promise.withResolvers<string>();
  createInterface(child.stdout).on('line', line => {
    const entry = JSON.parse(line);
    lines.push(entry);
    if (entry.msg === 'platform ready') ready.resolve(entry.url);
  });
  const url = await ready.promise;
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  const body = JSON.stringify({ person: wang, kind: 'property-none', requestId: 'as-a-program' });
  const response = await fetch(`${url}/api/certificates`, { method: 'POST', headers, body });
  expect(response.status).toBe(200);
  child.kill('SIGTERM');
  expect(await once(child, 'close')).toEqual([0, null]);
  expect(lines.at(-1)?.msg).toBe('platform closed');
  expect(JSON.stringify(lines)).not.toMatch(new RegExp(`${wang.name}|${wang.idNumber}|${token}`));
});

test('after a restart the same request gives the same certificate, and a second start in between is refused', async () => {
  const config = testConfig(folder.path);
  await readyDatabase(join(config.dataDir, 'postgres'));
  const issue = async (url: string) => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
    const body = JSON.stringify({ person: wang, kind: 'property-none', requestId: 'over-a-restart' });
    return (await fetch(`${url}/api/certificates`, { method: 'POST', headers, body })).json();
  };
  const first = await startPlatform(config);
  const before = await issue(first.url);
  await expect(startPlatform({ ...config, port: Number(new URL(first.url).port) })).rejects.toThrow('already-running');
  await first.close();
  const second = await startPlatform(config);
  expect(await issue(second.url)).toEqual(before);
  await mkdir(join(config.contentOriginDir, 'g'), { recursive: true });
  await writeFile(join(config.contentOriginDir, 'g/index.html'), '');
  expect(await (await fetch(second.url)).text()).toContain('/content/g/index.html');
  await second.close();
});
