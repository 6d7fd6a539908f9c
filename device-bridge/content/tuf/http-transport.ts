import http from 'node:http';
import https from 'node:https';
import type { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip } from 'node:zlib';
import { type Answer, OriginUnreachable, TooLong, type Transport } from './transport.ts';

const limits = {
  /** Longest silence of an origin. */
  silenceMs: 20_000,
  /** A whole answer, besides what its length allows: slower than 2 bytes a millisecond is not served but stalled. */
  answerMs: 60_000,
  bytesPerMs: 2,
} as const;

/** Bytes on the wire, head lines included. */
export interface Traffic {
  sent: number;
  received: number;
}

/**
 * Plain requests with few header lines: an idle terminal asks every few minutes, for years. Connections are kept.
 * Redirects are not followed: the addresses of an origin are its own.
 */
export function httpTransport(
  options: { silenceMs?: number; now?: () => number } = {},
): Transport & { traffic(): Traffic } {
  const { silenceMs = limits.silenceMs, now = Date.now } = options;
  const agents = { 'http:': new http.Agent({ keepAlive: true }), 'https:': new https.Agent({ keepAlive: true }) };
  const past: Traffic = { sent: 0, received: 0 };
  let clockAheadMs: number | null = null;

  function ask(url: URL, etag: string | null, signal: AbortSignal): Promise<http.IncomingMessage> {
    const secure = url.protocol === 'https:';
    const headers = { 'accept-encoding': 'br, gzip', ...(etag === null ? {} : { 'if-none-match': etag }) };
    const agent = secure ? agents['https:'] : agents['http:'];
    return new Promise((resolve, reject) => {
      const request = (secure ? https : http).get(url, { headers, agent, signal, timeout: silenceMs }, resolve);
      let isOld = false;
      request.once('timeout', () => request.destroy(new Error('the origin is silent')));
      // An origin may close a kept connection at the very moment it is used again: that says nothing about the origin.
      request.once('error', (error: NodeJS.ErrnoException) =>
        isOld && error.code === 'ECONNRESET' && !signal.aborted ? resolve(ask(url, etag, signal)) : reject(error),
      );
      request.once('socket', socket => {
        isOld = request.reusedSocket;
        const before = { sent: socket.bytesWritten, received: socket.bytesRead };
        request.once('close', () => {
          past.sent += socket.bytesWritten - before.sent;
          past.received += socket.bytesRead - before.received;
        });
      });
    });
  }

  return {
    traffic: () => ({ ...past }),
    get clockAheadMs() {
      return clockAheadMs;
    },
    get: async (address, { limitBytes, etag = null }) => {
      const url = new URL(address);
      const signal = AbortSignal.timeout(limits.answerMs + Math.ceil(limitBytes / limits.bytesPerMs));
      try {
        const response = await ask(url, etag, signal);
        const date = Date.parse(response.headers.date ?? '');
        if (!Number.isNaN(date)) clockAheadMs = date - now();
        return await answerOf(response, address, limitBytes);
      } catch (error) {
        if (error instanceof OriginUnreachable || error instanceof TooLong) throw error;
        throw new OriginUnreachable(`${address}: ${error instanceof Error ? error.message : error}`);
      }
    },
    close: () => {
      for (const agent of Object.values(agents)) agent.destroy();
    },
  };
}

async function answerOf(response: http.IncomingMessage, address: string, limitBytes: number): Promise<Answer> {
  const code = response.statusCode ?? 0;
  if (code !== 200) {
    // Read to its end, so that the connection can be used again; an endless refusal is not worth that.
    await bytesOf(response, address, 16 * 1024).catch(() => response.destroy());
    if (code === 304) return { status: 'unchanged' };
    if (code === 404 || code === 403) return { status: 'missing', code };
    throw new OriginUnreachable(`${address}: ${code}`, retryAfterMs(response.headers['retry-after']));
  }
  const bytes = await bytesOf(response, address, limitBytes);
  return { status: 'found', bytes, etag: response.headers.etag ?? null };
}

/** The limit holds for what is unpacked, too: a few kilobytes may unpack to gigabytes. */
async function bytesOf(response: http.IncomingMessage, address: string, limitBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of unpacked(response)) {
    length += chunk.length;
    if (length > limitBytes) {
      response.destroy();
      throw new TooLong(address, limitBytes);
    }
    chunks.push(chunk);
  }
  if (!response.complete) throw new OriginUnreachable(`${address}: the transfer was cut`);
  return Buffer.concat(chunks);
}

function unpacked(response: http.IncomingMessage): Readable {
  const encoding = response.headers['content-encoding'] ?? 'identity';
  if (encoding === 'identity') return response;
  const unpack = encoding === 'br' ? createBrotliDecompress() : encoding === 'gzip' ? createGunzip() : null;
  if (unpack === null) throw new OriginUnreachable(`content-encoding ${encoding} was not asked for`);
  response.once('error', error => unpack.destroy(error));
  return response.pipe(unpack);
}

/** Seconds or a date (RFC 9110, 10.2.3). */
export function retryAfterMs(value: string | undefined, now = Date.now()): number | null {
  if (value === undefined) return null;
  const ms = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - now;
  return Number.isFinite(ms) ? Math.max(0, ms) : null;
}
