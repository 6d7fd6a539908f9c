import { type ClientRequest, request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { IppFailure, IppResult } from './ipp-failure.ts';

/** An answer about one printer or one job is a few kilobytes; a hostile one must not fill the memory. */
const answerLimitBytes = 4 * 1024 * 1024;
const defaultPort = 631;

/** True for an address a printer can have: ipp://host[:port]/path or ipps://… (RFC 3510, RFC 7472). */
export function isPrinterUri(uri: string): boolean {
  if (!URL.canParse(uri)) return false;
  const { protocol, hostname } = new URL(uri);
  return (protocol === 'ipp:' || protocol === 'ipps:') && hostname !== '';
}

/**
 * One IPP request over HTTP (RFC 8010). The library's own `request` knows only an idle time-out, never calls back when
 * an answer breaks off, and does not tell whether a byte went out: all three matter for a certificate. Each request has
 * its own connection, so that no printer's old connection can break a new job.
 */
export function postIpp(
  printerUri: string,
  body: Buffer,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<IppResult<Buffer>> {
  const url = new URL(printerUri);
  const secure = url.protocol === 'ipps:';
  const { promise, resolve } = Promise.withResolvers<IppResult<Buffer>>();
  let connected = false;
  const request: ClientRequest = (secure ? httpsRequest : httpRequest)({
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? defaultPort : Number(url.port),
    path: url.pathname === '' ? '/' : `${url.pathname}${url.search}`,
    method: 'POST',
    agent: false,
    signal,
    headers: { 'Content-Type': 'application/ipp', 'Content-Length': body.length },
  });

  const timer = setTimeout(() => {
    settle(connected ? { kind: 'timeout' } : { kind: 'unreachable', detail: 'no connection in time', timedOut: true });
  }, timeoutMs);

  /** The first result counts; what the socket says afterwards is noise. */
  function settle(result: IppFailure | Buffer): void {
    clearTimeout(timer);
    resolve(Buffer.isBuffer(result) ? { ok: true, value: result } : { ok: false, failure: result });
    request.destroy();
  }

  request.on('socket', socket => {
    socket.once(secure ? 'secureConnect' : 'connect', () => {
      connected = true;
    });
  });
  request.on('error', (error: NodeJS.ErrnoException) => {
    const detail = error.code ?? error.message;
    settle(connected ? { kind: 'broken', detail } : { kind: 'unreachable', detail, timedOut: false });
  });
  request.on('response', response => readAnswer(response, settle));
  request.end(body);
  return promise;
}

function readAnswer(response: IncomingMessage, settle: (result: IppFailure | Buffer) => void): void {
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
