import { describe, expect, test } from 'vitest';
import { Refusal } from '../../content/common/faults.ts';
import { createLog } from '../log.ts';
import { type AppParts, createApp } from './app.ts';
import type { Command, Readiness, TerminalState } from './types.ts';

const given: Command[] = [];
const parts: AppParts = {
  port: () => 7300,
  kioskDir: import.meta.dirname,
  state: () => ({ mode: 'terminal' }) as TerminalState,
  onState: () => () => {},
  command: command => {
    if (command.type !== 'visit/start') throw new Refusal('visit-over');
    given.push(command);
  },
  readiness: () => ({ ready: true }) as Readiness,
  generation: () => null,
  searchIndex: () => null,
  speechPack: async () => null,
  preview: () => null,
  holder: visitId => {
    if (visitId !== 'present') throw new Refusal('visit-over');
    return { name: '示例', idNumber: '331003000000000000' };
  },
  dock: null,
  log: createLog('silent'),
};
const app = createApp(parts);
const own = { host: 'localhost:7300', origin: 'http://localhost:7300', 'content-type': 'application/json' };
const post = (headers: Record<string, string>, body: string, path = '/api/command') =>
  app.request(`http://localhost:7300${path}`, { method: 'POST', headers, body });

describe('the bridge’s door', () => {
  test('lets the terminal’s own page in', async () => {
    expect((await post(own, '{"type":"visit/start"}')).status).toBe(200);
    expect(given).toEqual([{ type: 'visit/start' }]);
  });
  test.each([
    ['another Host that resolves to this machine', { ...own, host: 'evil.example:7300' }],
    ['another Origin', { ...own, origin: 'http://evil.example' }],
    ['the right host on another port', { ...own, origin: 'http://localhost:7400' }],
    ['an opaque Origin', { ...own, origin: 'null' }],
    ['a request from another site without Origin', { host: own.host, 'sec-fetch-site': 'cross-site' }],
  ])('refuses %s', async (_, headers) => {
    const response = await post(headers, '{"type":"visit/start"}');
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ code: 'E105' });
  });
  test.each(['', 'null', '[]', '{"type":"nonsense"}', '{"type":"visit/touch"}', '{"type":"visit/start","more":1}'])(
    'refuses the body %s with a code',
    async body => {
      const response = await post(own, body);
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ code: 'E104' });
    },
  );
  test('refuses a body that is too long', async () => {
    expect(await (await post(own, `"${'x'.repeat(20_000)}"`)).json()).toMatchObject({ code: 'E104' });
  });
  test('refuses a command of a visit that is over', async () => {
    const response = await post(own, '{"type":"visit/touch","visitId":"old"}');
    expect(response.status).toBe(409);
    expect(await response.json()).toMatchObject({ code: 'E102', citizen: { zh: expect.any(String) } });
  });
  test('gives the holder whole to the own page only, during the visit only, and nothing keeps it', async () => {
    const ask = (visitId: string, headers: Record<string, string> = own) =>
      app.request(`http://localhost:7300/api/visit/${visitId}/holder`, { headers });
    const response = await ask('present');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.json()).toEqual({ name: '示例', idNumber: '331003000000000000' });
    expect((await ask('earlier')).status).toBe(409);
    expect((await ask('present', { ...own, origin: 'http://evil.example' })).status).toBe(403);
    expect((await ask('present', { ...own, 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  });
  test('has no dock in mode terminal', async () => {
    for (const path of ['/dock', '/dock.html', '/api/dock'])
      expect((await app.request(`http://localhost:7300${path}`, { headers: own })).status).toBe(404);
    expect((await post(own, '{"type":"card/remove"}', '/api/dock')).status).toBe(404);
  });
  test('serves nothing outside the kiosk’s folder', async () => {
    for (const path of ['/..%2f..%2fpackage.json', '/%2e%2e/config.ts', '/....//config.ts'])
      expect((await app.request(`http://localhost:7300${path}`, { headers: own })).status).toBe(404);
  });
});
