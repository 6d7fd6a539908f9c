import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Hono } from 'hono';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FleetAnswer, InventoryAnswer, TerminalInventory } from '../api/types.ts';
import { watchContentOrigin } from '../content-origin/hints.ts';
import {
  createTestPlatform,
  maintainerToken,
  otherToken,
  type TestPlatform,
  temporaryFolder,
  token,
} from '../platform.test-support.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await createTestPlatform();
});
afterAll(() => platform.close());

const inventory: TerminalInventory = { roles: { district: 3 }, digest: 'a'.repeat(64), failed: [], fault: null };
const fleet = async (): Promise<FleetAnswer> => {
  const headers = { authorization: `Bearer ${maintainerToken}` };
  return (await (await platform.request('/api/fleet', { headers })).json()) as FleetAnswer;
};

test('every terminal is listed, those that never reported too', async () => {
  await platform.post('/api/terminals/inventory', inventory);
  const { terminals } = await fleet();
  expect(terminals).toEqual([
    { id: '331003206-1', seenAt: expect.stringMatching(/Z$/), inventory },
    { id: '331003206-2', seenAt: null, inventory: null },
  ]);
});

test('a version that fails is held from every terminal until a higher one comes', async () => {
  const failed = { ...inventory, failed: [{ role: 'district', version: 4, why: 'content-untrusted' }] };
  await platform.post('/api/terminals/inventory', failed);
  const answer = await platform.post('/api/terminals/inventory', inventory, otherToken);
  expect((await answer.json()) as InventoryAnswer).toEqual({ hold: [{ role: 'district', version: 4 }] });
  expect((await fleet()).versions[0]).toMatchObject({ version: 4, failed: 1, held: true });
  await platform.post('/api/terminals/inventory', { ...inventory, roles: { district: 5 } });
  const after = await platform.post('/api/terminals/inventory', inventory, otherToken);
  expect(((await after.json()) as InventoryAnswer).hold).toEqual([]);
});

test('a report is of its own terminal, and what is no report changes nothing', async () => {
  const before = await fleet();
  expect((await platform.post('/api/terminals/inventory', inventory, 'a-token-nobody-knows')).status).toBe(401);
  for (const body of ['{', { ...inventory, roles: { 'no role!': 1 } }, { ...inventory, note: 'hello' }])
    expect((await platform.post('/api/terminals/inventory', body)).status).toBe(400);
  expect(await fleet()).toEqual(before);
});

test('the fleet is shown to maintainers only', async () => {
  for (const bearer of ['', `Bearer ${token}`, 'Bearer x'])
    expect((await platform.request('/api/fleet', { headers: { authorization: bearer } })).status).toBe(401);
});

test('a publication is told to whoever listens, and closing ends the line', async () => {
  const folder = await temporaryFolder();
  await mkdir(join(folder.path, 'metadata'));
  await writeFile(join(folder.path, 'metadata/timestamp.json'), '{}');
  const hints = watchContentOrigin(folder.path);
  const app = new Hono().get('/', c => hints.stream(c));
  const reader = (await app.request('/')).body?.pipeThrough(new TextDecoderStream()).getReader();
  expect((await reader?.read())?.value).toContain('event: alive');
  const told = reader?.read();
  // The first look may come before or after a single write: writes go on until one of them was told.
  let round = 0;
  const writing = setInterval(() => void writeFile(join(folder.path, 'metadata/timestamp.json'), `{}${++round}`), 50);
  expect((await told)?.value).toContain('event: content');
  clearInterval(writing);
  hints.close();
  let end = await reader?.read();
  while (end?.done === false) end = await reader?.read();
  expect(end?.done).toBe(true);
  await folder.remove();
});
