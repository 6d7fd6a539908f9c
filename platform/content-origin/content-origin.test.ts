import { mkdir, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { Hono } from 'hono';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type HttpServer, listen } from '../listen.ts';
import { answerNotFound } from '../pages/page.ts';
import { temporaryFolder } from '../platform.test-support.ts';
import { contentOriginRoutes } from './routes.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let server: HttpServer;

beforeAll(async () => {
  folder = await temporaryFolder();
  const origin = join(folder.path, 'origin');
  for (const part of ['metadata', 'targets/district', 'g', 'c/k7m2px', '.draft'])
    await mkdir(join(origin, part), { recursive: true });
  await writeFile(join(origin, 'metadata/timestamp.json'), '{"signed":1}');
  await writeFile(join(origin, 'metadata/7.snapshot.json'), '{"signed":7}');
  await writeFile(join(origin, 'targets/district/abc.records.zst'), 'bundle');
  await writeFile(join(origin, 'g/index.html'), '<p>全部指南</p>');
  await writeFile(join(origin, 'c/k7m2px/index.html'), '<p>一份指南</p>');
  await writeFile(join(origin, '.draft/timestamp.json'), 'draft');
  await writeFile(join(origin, 'metadata/.timestamp.json.4711.new'), 'draft');
  await writeFile(join(origin, 'c/k7m2px/.index.html.4711.new'), 'draft');
  await writeFile(join(folder.path, 'secret.pem'), 'secret');
  const app = new Hono().route('/content', contentOriginRoutes(origin));
  app.notFound(answerNotFound);
  server = await listen('127.0.0.1', 0);
  server.serve(each => app.fetch(each));
});
afterAll(async () => {
  await server.close();
  await folder.remove();
});

/** Without the clean-up that fetch does to paths. */
function raw(path: string, method = 'GET'): Promise<{ status: number; body: string }> {
  const { hostname, port } = new URL(server.url);
  return new Promise((resolve, reject) => {
    request({ hostname, port, path, method, agent: false }, response => {
      const chunks: Buffer[] = [];
      response.on('data', chunk => chunks.push(chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString() }));
    })
      .on('error', reject)
      .end();
  });
}

test('the signed timestamp is asked for each time and sent only when it changed', async () => {
  const first = await fetch(`${server.url}/content/metadata/timestamp.json`);
  expect(await first.json()).toEqual({ signed: 1 });
  expect(first.headers.get('content-type')).toMatch(/^application\/json/);
  expect(first.headers.get('cache-control')).toBe('no-cache');
  const etag = first.headers.get('etag') ?? '';
  const again = await fetch(`${server.url}/content/metadata/timestamp.json`, { headers: { 'if-none-match': etag } });
  expect(again.status).toBe(304);
  await writeFile(join(folder.path, 'origin/metadata/timestamp.json'), '{"signed":2}');
  const changed = await fetch(`${server.url}/content/metadata/timestamp.json`, { headers: { 'if-none-match': etag } });
  expect(await changed.json()).toEqual({ signed: 2 });
});

test('what is named by its version or digest may be kept for ever', async () => {
  for (const path of ['targets/district/abc.records.zst', 'metadata/7.snapshot.json']) {
    const response = await fetch(`${server.url}/content/${path}`);
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toContain('immutable');
  }
});

test('a page opens at its folder, is kept for minutes and may run nothing', async () => {
  const response = await fetch(`${server.url}/content/c/k7m2px/`);
  expect(await response.text()).toBe('<p>一份指南</p>');
  expect(response.headers.get('content-type')).toMatch(/^text\/html/);
  expect(response.headers.get('cache-control')).toBe('public, max-age=300');
  expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none'/);
});

test.each(['c/k7m2px', 'c/K7M2PX', 'c/K7m2PX/'])('a code typed as %s leads to its page', async path => {
  const response = await fetch(`${server.url}/content/${path}`);
  expect(response.url).toBe(`${server.url}/content/c/k7m2px/`);
  expect(await response.text()).toBe('<p>一份指南</p>');
});

test('the list of guides opens without the last slash', async () => {
  const response = await fetch(`${server.url}/content/g`);
  expect(response.url).toBe(`${server.url}/content/g/`);
  expect(await response.text()).toBe('<p>全部指南</p>');
});

test.each([
  '/content/../secret.pem',
  '/content/g/../../secret.pem',
  '/content/..%2fsecret.pem',
  '/content/%2e%2e/secret.pem',
  '/content/%252e%252e/secret.pem',
  '/content/..%5csecret.pem',
  '/content/g\\..\\..\\secret.pem',
  '/content//../secret.pem',
  '/content/..;/secret.pem',
  '/content/%c0%ae%c0%ae/secret.pem',
  '/content/metadata/timestamp.json%00.html',
  '/content/.draft/timestamp.json',
  '/content/%2edraft/timestamp.json',
  '/content/%2Edraft/timestamp.json',
  '/content/metadata/.timestamp.json.4711.new',
  '/content/c/k7m2px/.index.html.4711.new',
])('%s leads nowhere', async path => {
  const { status, body } = await raw(path);
  expect([400, 404]).toContain(status);
  expect(body).not.toMatch(/secret|draft|signed/);
});

test('a page that is not there is said so in words', async () => {
  const response = await fetch(`${server.url}/content/c/222222/`);
  expect(response.status).toBe(404);
  expect(await response.text()).toContain('没有这一页');
});

test('nothing can be written', async () => {
  for (const method of ['PUT', 'POST', 'DELETE'])
    expect((await raw('/content/metadata/timestamp.json', method)).status).toBe(404);
});
