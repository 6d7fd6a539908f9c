import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import { httpTransport, retryAfterMs } from './http-transport.ts';

let server: Server | null = null;
const transports: { close(): void }[] = [];
afterEach(async () => {
  for (const each of transports.splice(0)) each.close();
  server?.closeAllConnections();
  await new Promise(resolve => server?.close(resolve) ?? resolve(null));
  server = null;
});

async function origin(listener: RequestListener): Promise<string> {
  const made = createServer(listener);
  server = made;
  await new Promise<void>(resolve => made.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(made.address() as AddressInfo).port}/timestamp.json`;
}

function transport(options: Parameters<typeof httpTransport>[0] = {}): ReturnType<typeof httpTransport> {
  const made = httpTransport(options);
  transports.push(made);
  return made;
}

const body = Buffer.from('{"signed":{}}'.repeat(50));

describe('the HTTP transport', () => {
  test.each([
    ['identity', body],
    ['gzip', gzipSync(body)],
    ['br', brotliCompressSync(body)],
  ])('reads %s', async (encoding, bytes) => {
    const url = await origin((request, response) => {
      expect(request.headers['accept-encoding']).toBe('br, gzip');
      response.writeHead(200, { 'content-encoding': encoding, etag: '"1"' }).end(bytes);
    });
    expect(await transport().get(url, { limitBytes: 10_000 })).toEqual({ status: 'found', bytes: body, etag: '"1"' });
  });

  test('asks whether it is still the same, in few bytes and over one connection', async () => {
    const sockets = new Set<unknown>();
    const url = await origin((request, response) => {
      sockets.add(request.socket);
      if (request.headers['if-none-match'] === 'W/"1"') response.writeHead(304).end();
      else response.writeHead(200, { etag: 'W/"1"' }).end(body);
    });
    const { get, traffic } = transport();
    await get(url, { limitBytes: 10_000 });
    const before = traffic();
    expect(await get(url, { limitBytes: 10_000, etag: 'W/"1"' })).toEqual({ status: 'unchanged' });
    const { sent, received } = traffic();
    expect(sent - before.sent + received - before.received).toBeLessThan(350);
    expect(sockets.size).toBe(1);
  });

  test.each([404, 403])('says of %i that there is no such file', async code => {
    const url = await origin((_, response) => response.writeHead(code).end('no'));
    expect(await transport().get(url, { limitBytes: 10 })).toEqual({ status: 'missing', code });
  });

  test.each([
    [503, '120', 120_000],
    [429, '1', 1000],
    [500, undefined, null],
    [302, undefined, null],
  ])('takes %i for an origin that is not there now', async (code, retryAfter, ms) => {
    const head = retryAfter === undefined ? {} : { 'retry-after': retryAfter };
    const url = await origin((_, response) => response.writeHead(code, { location: '/other', ...head }).end());
    await expect(transport().get(url, { limitBytes: 10 })).rejects.toMatchObject({
      fault: 'content-origin-unreachable',
      retryAfterMs: ms,
    });
  });

  test('refuses what is longer than it may be, packed or not', async () => {
    const long = Buffer.alloc(1_000_000);
    const url = await origin((request, response) => {
      const packed = request.url?.endsWith('?packed') === true;
      response.writeHead(200, packed ? { 'content-encoding': 'gzip' } : {}).end(packed ? gzipSync(long) : long);
    });
    for (const address of [url, `${url}?packed`])
      await expect(transport().get(address, { limitBytes: 100_000 })).rejects.toMatchObject({
        fault: 'content-untrusted',
      });
  });

  test('gives up on silence, on an answer that stops, and on a form it did not ask for', async () => {
    const url = await origin((request, response) => {
      if (request.url?.endsWith('?silent')) return;
      if (request.url?.endsWith('?deflate')) response.writeHead(200, { 'content-encoding': 'deflate' }).end('x');
      else response.writeHead(200).write('{', () => response.flushHeaders());
    });
    for (const address of [`${url}?silent`, url, `${url}?deflate`])
      await expect(transport({ silenceMs: 50 }).get(address, { limitBytes: 100 })).rejects.toMatchObject({
        fault: 'content-origin-unreachable',
      });
  });

  test('knows by how much the origin’s clock is ahead', async () => {
    const url = await origin((_, response) => {
      response.sendDate = false;
      response.writeHead(200, { date: new Date(Date.now() + 3_600_000).toUTCString() }).end();
    });
    const made = transport();
    expect(made.clockAheadMs).toBeNull();
    await made.get(url, { limitBytes: 10 });
    expect(Math.round((made.clockAheadMs ?? 0) / 60_000)).toBe(60);
  });

  test.each([
    ['5', 5000],
    ['Thu, 01 Jan 1970 00:02:00 GMT', 60_000],
    ['Thu, 01 Jan 1970 00:00:00 GMT', 0],
    ['soon', null],
    [undefined, null],
  ])('reads Retry-After %s', (value, ms) => {
    expect(retryAfterMs(value, 60_000)).toBe(ms);
  });
});
