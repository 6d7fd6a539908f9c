import type { AddressInfo } from 'node:net';
import { createServer } from 'node:tls';
import ipp from '@sealsystems/ipp';
import { afterEach, describe, expect, test } from 'vitest';
import { certificatePem, type Identity, privateKeyPem } from '../../../platform/certificates/x509.ts';
import { createIppClient } from './ipp-client.ts';
import { never, selfMadeIdentity } from './printer-bench.test-support.ts';
import { pinnedKey } from './printer-connection.ts';
import { samplePdf } from './sample-pdf.test-support.ts';

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

/** A printer behind TLS that takes any job; what came through the handshake, in bytes. */
async function startSecurePrinter(identity: Identity): Promise<{ uri: string; bytesRead: () => number }> {
  let bytes = 0;
  const answer = ipp.serialize({
    ...{ version: '2.0', id: 1, statusCode: 'successful-ok' },
    'operation-attributes-tag': { 'attributes-charset': 'utf-8', 'attributes-natural-language': 'en' },
    'job-attributes-tag': { 'job-id': 1, 'job-state': 'pending' },
  });
  const head = `HTTP/1.1 200 OK\r\nContent-Type: application/ipp\r\nContent-Length: ${answer.length}\r\n\r\n`;
  const pem = { key: privateKeyPem(identity.privateKey), cert: certificatePem(identity.certificate) };
  const server = createServer(pem, socket => {
    socket
      .on('error', () => {})
      .on('data', chunk => {
        bytes += chunk.length;
        if (chunk.includes('%%EOF')) socket.write(Buffer.concat([Buffer.from(head), answer]));
      });
  }).on('tlsClientError', () => {});
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  stops.push(() => server.close());
  return { uri: `ipps://localhost:${(server.address() as AddressInfo).port}/ipp/print`, bytesRead: () => bytes };
}

const print = (uri: string, pinned: Identity | null) =>
  createIppClient({
    ...{ uri, userName: 'test', queryTimeoutMs: 2_000, sendTimeoutMs: 2_000, signal: never },
    pinned: pinned === null ? null : pinnedKey(certificatePem(pinned.certificate)),
  }).printJob({ documentName: '证明', copies: 1 }, samplePdf());

describe('a printer with a certificate of its own making', () => {
  test('is spoken to when it is the pinned one, whatever name and dates it bears', async () => {
    const expired = await selfMadeIdentity();
    const printer = await startSecurePrinter(expired);
    expect(await print(printer.uri, expired)).toEqual({ ok: true, value: { jobId: 1 } });
    expect(printer.bytesRead()).toBeGreaterThan(0);
  });

  test('gets no byte when it is another, though the other bears the same name', async () => {
    const [own, other] = [await selfMadeIdentity(), await selfMadeIdentity()];
    const printer = await startSecurePrinter(other);
    expect(await print(printer.uri, own)).toMatchObject({ ok: false, failure: { kind: 'untrusted' } });
    expect(printer.bytesRead()).toBe(0);
  });

  test('gets no byte when none is pinned and no authority vouches for it', async () => {
    const valid = await selfMadeIdentity(new Date(Date.now() - 60_000), new Date(Date.now() + 3_600_000));
    const printer = await startSecurePrinter(valid);
    expect(await print(printer.uri, null)).toMatchObject({ ok: false, failure: { kind: 'untrusted' } });
    expect(printer.bytesRead()).toBe(0);
  });
});
