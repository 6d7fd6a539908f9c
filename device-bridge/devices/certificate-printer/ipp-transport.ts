import type { KeyObject } from 'node:crypto';
import { type ClientRequest, request as httpRequest, type IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { IppFailure, IppResult } from './ipp-failure.ts';
import { openConnection, printerAddress } from './printer-connection.ts';

/** An answer about one printer or one job is a few kilobytes; a hostile one must not fill the memory. */
const answerLimitBytes = 4 * 1024 * 1024;

export interface PostOptions {
  timeoutMs: number;
  /** The only key that is accepted at an ipps address; null: what the usual authorities vouch for. */
  pinned: KeyObject | null;
  signal: AbortSignal;
}

/**
 * One IPP request over HTTP (RFC 8010). The library's own `request` knows only an idle time-out, never calls back when
 * an answer breaks off, and does not tell whether a byte went out: all three matter for a certificate. Each request has
 * its own connection, so that no printer's old connection can break a new job.
 */
export function postIpp(printerUri: string, body: Buffer, options: PostOptions): Promise<IppResult<Buffer>> {
  const address = printerAddress(printerUri);
  const { promise, resolve } = Promise.withResolvers<IppResult<Buffer>>();
  let request: ClientRequest | null = null;

  /** The first result counts; what the socket says afterwards is noise. */
  function settle(result: IppFailure | Buffer): void {
    clearTimeout(timer);
    options.signal.removeEventListener('abort', aborted);
    resolve(Buffer.isBuffer(result) ? { ok: true, value: result } : { ok: false, failure: result });
    request?.destroy();
    socket.destroy();
  }
  const notConnected = (detail: string, timedOut: boolean): IppFailure => ({ kind: 'unreachable', detail, timedOut });
  const timer = setTimeout(
    () => settle(request === null ? notConnected('no connection in time', true) : { kind: 'timeout' }),
    options.timeoutMs,
  );
  const aborted = (): void =>
    settle(request === null ? notConnected('aborted', false) : { kind: 'broken', detail: 'aborted' });

  const socket = openConnection(address, options.pinned, {
    onFailure: settle,
    onReady: ready => {
      request = send(ready, printerUri, body, settle);
    },
  });
  // What a socket says after the end must not end the process.
  socket.on('error', () => {});
  options.signal.addEventListener('abort', aborted);
  if (options.signal.aborted) aborted();
  return promise;
}

type Settle = (result: IppFailure | Buffer) => void;

function send(socket: Socket, printerUri: string, body: Buffer, settle: Settle): ClientRequest {
  const { host, port, path } = printerAddress(printerUri);
  const request = httpRequest({
    ...{ host, port, path, method: 'POST', createConnection: () => socket },
    headers: { 'Content-Type': 'application/ipp', 'Content-Length': body.length },
  });
  request.on('error', (error: NodeJS.ErrnoException) =>
    settle({ kind: 'broken', detail: error.code ?? error.message }),
  );
  request.on('response', response => readAnswer(response, settle));
  request.end(body);
  return request;
}

function readAnswer(response: IncomingMessage, settle: Settle): void {
  if (response.statusCode !== 200) {
    settle({ kind: 'http', httpStatus: response.statusCode ?? 0 });
    return;
  }
  const chunks: Buffer[] = [];
  let length = 0;
  response.on('data', (chunk: Buffer) => {
    chunks.push(chunk);
    length += chunk.length;
    if (length > answerLimitBytes) settle({ kind: 'malformed', detail: 'answer too long' });
  });
  response.on('end', () => settle(Buffer.concat(chunks)));
  response.on('error', (error: NodeJS.ErrnoException) =>
    settle({ kind: 'broken', detail: error.code ?? error.message }),
  );
}
