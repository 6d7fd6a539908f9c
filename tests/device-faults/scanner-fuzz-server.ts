import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { capabilitiesDocument, statusDocument } from '../../device-bridge/devices/scanner/simulator/escl-documents.ts';

export type FuzzStep = 'status' | 'capabilities' | 'job' | 'document';

/** What is done to the bytes of an answer, head and body, before they go out. */
export interface Spoiling {
  step: FuzzStep;
  /** Where, as a share of the answer, and how many bytes are taken out there. */
  at: number;
  drop: number;
  insert: Uint8Array;
  /** What happens to the connection after the last byte. */
  end: 'close' | 'reset' | 'keep';
}

const crlf = '\r\n';

/** A scanner of raw bytes: each of its answers may be spoilt below HTTP. */
export async function startFuzzServer(jpeg: Uint8Array) {
  let spoiling: Spoiling | null = null;
  /** What went out for NextDocument. */
  let sent: Buffer = Buffer.alloc(0);
  const sockets = new Set<Socket>();
  const server = createServer(socket => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => {});
    let request = '';
    socket.on('data', chunk => {
      request += chunk.toString('latin1');
      if (!isWhole(request)) return;
      const step = stepOf(request);
      request = '';
      reply(socket, step);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  function reply(socket: Socket, step: FuzzStep | 'other'): void {
    const whole = answerOf(step, jpeg);
    const mine = spoiling !== null && spoiling.step === step ? spoiling : null;
    const bytes = mine === null ? whole : spoil(whole, mine);
    if (step === 'document') sent = bytes;
    socket.write(bytes, () => {
      if (mine?.end === 'reset') socket.resetAndDestroy();
      else if (mine?.end !== 'keep') socket.end();
    });
  }

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/eSCL`,
    spoil(next: Spoiling): void {
      spoiling = next;
      sent = Buffer.alloc(0);
    },
    sent: () => sent,
    async close(): Promise<void> {
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

function isWhole(request: string): boolean {
  const head = request.indexOf(crlf + crlf);
  if (head === -1) return false;
  const length = Number(/^content-length: *(\d+)/im.exec(request)?.[1] ?? 0);
  return request.length >= head + 4 + length;
}

function stepOf(request: string): FuzzStep | 'other' {
  if (request.startsWith('GET /eSCL/ScannerStatus')) return 'status';
  if (request.startsWith('GET /eSCL/ScannerCapabilities')) return 'capabilities';
  if (request.startsWith('POST ')) return 'job';
  return request.startsWith('GET ') ? 'document' : 'other';
}

function answerOf(step: FuzzStep | 'other', jpeg: Uint8Array): Buffer {
  switch (step) {
    case 'status':
      return http(
        '200 OK',
        'text/xml',
        Buffer.from(statusDocument({ state: 'Idle', adfState: 'ScannerAdfEmpty', jobs: [] })),
      );
    case 'capabilities':
      return http('200 OK', 'text/xml', Buffer.from(capabilitiesDocument));
    case 'job':
      return Buffer.from(`HTTP/1.1 201 Created${crlf}Location: /eSCL/ScanJobs/1${crlf}Content-Length: 0${crlf}${crlf}`);
    case 'document':
      return http('200 OK', 'image/jpeg', Buffer.from(jpeg));
    case 'other':
      return http('200 OK', 'text/plain', Buffer.alloc(0));
  }
}

function http(status: string, type: string, body: Buffer): Buffer {
  const head = `HTTP/1.1 ${status}${crlf}Content-Type: ${type}${crlf}Content-Length: ${body.length}${crlf}${crlf}`;
  return Buffer.concat([Buffer.from(head), body]);
}

function spoil(whole: Buffer, { at, drop, insert }: Spoiling): Buffer {
  const from = Math.floor(at * whole.length);
  return Buffer.concat([whole.subarray(0, from), insert, whole.subarray(from + drop)]);
}
