import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';

export interface Exchange {
  method: 'GET' | 'POST' | 'DELETE';
  url: URL;
  /** An XML document. */
  body?: string;
  /** Longest silence, and longest time in all. */
  silentMs: number;
  limitMs: number;
  limitBytes: number;
  signal: AbortSignal;
  /** PEM of the scanner's own certificate, for https: nothing else is trusted then. */
  certificate?: string;
  /** Bytes that have come, and how many will when it was told. */
  onBytes?(bytes: number, of: number | null): void;
}

export interface HttpAnswer {
  status: number;
  headers: IncomingMessage['headers'];
  body: Buffer;
}

/** absent: nobody listens there. silent: not in time. broken: it broke off, or it was no HTTP. */
export type HttpFailure = { kind: 'absent' | 'silent' | 'broken' | 'too-large' | 'cancelled'; detail: string };

export type HttpResult = { ok: true; answer: HttpAnswer } | { ok: false; failure: HttpFailure };

const nobodyThere = /^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|ENOTFOUND|EAI_AGAIN)$/;

/**
 * One request over a connection of its own, so that nothing of an earlier scan can break the next. Every answer has an end
 * in time and in bytes. Never rejects.
 */
export function exchange(what: Exchange): Promise<HttpResult> {
  const { promise, resolve } = Promise.withResolvers<HttpResult>();
  const secure = what.url.protocol === 'https:';
  const request = (secure ? httpsRequest : httpRequest)(what.url, {
    method: what.method,
    agent: false,
    ...(what.certificate === undefined ? {} : pinned(what.certificate)),
    headers:
      what.body === undefined
        ? {}
        : { 'Content-Type': 'text/xml', 'Content-Length': Buffer.byteLength(what.body).toString() },
  });

  function settle(result: HttpResult): void {
    clearTimeout(silence);
    clearTimeout(limit);
    what.signal.removeEventListener('abort', cancel);
    resolve(result);
    request.destroy();
  }
  const fail = (kind: HttpFailure['kind'], detail: string): void => settle({ ok: false, failure: { kind, detail } });
  const cancel = (): void => fail('cancelled', '');
  const silence = setTimeout(() => fail('silent', `no byte in ${what.silentMs} ms`), what.silentMs);
  const limit = setTimeout(() => fail('silent', `no end in ${what.limitMs} ms`), what.limitMs);
  what.signal.addEventListener('abort', cancel, { once: true });
  if (what.signal.aborted) cancel();

  request.on('error', (error: NodeJS.ErrnoException) => {
    const detail = error.code ?? error.message;
    fail(nobodyThere.test(detail) ? 'absent' : 'broken', detail);
  });
  request.on('response', response => {
    const told = Number(response.headers['content-length'] ?? Number.NaN);
    const chunks: Buffer[] = [];
    let bytes = 0;
    response.on('data', (chunk: Buffer) => {
      silence.refresh();
      chunks.push(chunk);
      bytes += chunk.length;
      if (bytes > what.limitBytes) return fail('too-large', `more than ${what.limitBytes} bytes`);
      what.onBytes?.(bytes, Number.isFinite(told) ? told : null);
    });
    response.on('error', (error: NodeJS.ErrnoException) => fail('broken', error.code ?? error.message));
    response.on('end', () => {
      if (!response.complete) return fail('broken', 'it broke off');
      const { statusCode = 0, headers } = response;
      settle({ ok: true, answer: { status: statusCode, headers, body: Buffer.concat(chunks) } });
    });
  });
  request.end(what.body);
  return promise;
}

/** Scanners sign their own certificates, for whatever name: the certificate itself is what is known of them. */
function pinned(certificate: string) {
  return { ca: certificate, checkServerIdentity: () => undefined };
}
