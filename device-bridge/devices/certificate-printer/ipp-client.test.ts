import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createServer as createTcpServer } from 'node:net';
import ipp from '@sealsystems/ipp';
import { afterEach, describe, expect, test } from 'vitest';
import { createIppClient } from './ipp-client.ts';
import { isPrinterUri } from './printer-connection.ts';
import { samplePdf } from './sample-pdf.test-support.ts';

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

const clientOf = (port: number) =>
  createIppClient({
    uri: `ipp://127.0.0.1:${port}/ipp/print`,
    userName: 'test',
    queryTimeoutMs: 150,
    sendTimeoutMs: 150,
    signal: new AbortController().signal,
  });

/** A web server that answers every request so; its port. */
async function answering(status: number, body: Buffer | null): Promise<number> {
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      response.writeHead(status, { 'Content-Type': 'application/ipp', 'Content-Length': body?.length ?? 1_000 });
      if (body === null) response.write('torn', () => response.destroy());
      else response.end(body);
    });
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => server.close());
  return (server.address() as AddressInfo).port;
}

const ippAnswer = (statusCode: string, more: object = {}) =>
  ipp.serialize({
    version: '2.0',
    id: 1,
    statusCode,
    'operation-attributes-tag': { 'attributes-charset': 'utf-8', 'attributes-natural-language': 'en' },
    ...more,
  });

describe('every failure has a kind', () => {
  test('nobody listens', async () => {
    const port = await answering(200, Buffer.alloc(0));
    closers.splice(0)[0]?.();
    expect(await clientOf(port).getPrinterAttributes()).toMatchObject({
      failure: { kind: 'unreachable', detail: 'ECONNREFUSED', timedOut: false },
    });
  });
  test('somebody listens and says nothing', async () => {
    const server = createTcpServer(socket => socket.resume().on('error', () => {}));
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    closers.push(() => server.close());
    const client = clientOf((server.address() as AddressInfo).port);
    expect(await client.getPrinterAttributes()).toEqual({ ok: false, failure: { kind: 'timeout' } });
  });
  test('the answer breaks off', async () => {
    const client = clientOf(await answering(200, null));
    expect(await client.getPrinterAttributes()).toMatchObject({ failure: { kind: 'broken' } });
  });
  test('the answer is no IPP', async () => {
    for (const body of ['', 'hello', '<html>printer</html>'.repeat(50)]) {
      const client = clientOf(await answering(200, Buffer.from(body)));
      expect(await client.getPrinterAttributes()).toMatchObject({ failure: { kind: 'malformed' } });
    }
  });
  test('the answer lacks what matters', async () => {
    const client = clientOf(await answering(200, ippAnswer('successful-ok')));
    expect(await client.getPrinterAttributes()).toMatchObject({ failure: { kind: 'malformed' } });
    expect(await client.printJob({ documentName: 'a', copies: 1 }, samplePdf())).toMatchObject({
      failure: { kind: 'malformed' },
    });
  });
  test('the web server refuses', async () => {
    const client = clientOf(await answering(403, Buffer.alloc(0)));
    expect(await client.getPrinterAttributes()).toEqual({ ok: false, failure: { kind: 'http', httpStatus: 403 } });
  });
  test('the printer refuses, with a status known or not', async () => {
    const known = clientOf(await answering(200, ippAnswer('server-error-busy')));
    expect(await known.cancelJob(1)).toMatchObject({ failure: { kind: 'status', status: 'server-error-busy' } });
    const unknown = ippAnswer('server-error-busy');
    unknown.writeUInt16BE(0x05ff, 2);
    expect(await clientOf(await answering(200, unknown)).cancelJob(1)).toMatchObject({
      failure: { kind: 'status', status: 'status-0x05ff' },
    });
  });
});

test.each([
  ['ipp://printer.local/ipp/print', true],
  ['ipps://10.0.0.7:631/ipp/print', true],
  ['ipp://[::1]:8000/ipp/print', true],
  ['http://printer.local/', false],
  ['printer.local', false],
  ['ipp:///ipp/print', false],
])('%s is a printer address: %s', (uri, expected) => {
  expect(isPrinterUri(uri)).toBe(expected);
});
