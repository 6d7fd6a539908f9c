import { readFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { sha256Hex } from '../../content/common/canonical-json.ts';

/** A host of static files that can be made to misbehave. */
export interface StaticOrigin {
  url: string;
  /** Paths that were asked for, and what was answered. */
  requests: { path: string; status: number }[];
  /** Answers in place of the file; returns false to let the file be served. */
  misbehave: (path: string, response: ServerResponse) => boolean;
  /** Its clock, milliseconds since 1970. */
  now: () => number;
  close(): Promise<void>;
}

export async function serveStatic(folder: string): Promise<StaticOrigin> {
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(request.url ?? '/').slice(1);
    response.sendDate = false;
    response.setHeader('date', new Date(origin.now()).toUTCString());
    response.once('close', () => origin.requests.push({ path, status: response.statusCode }));
    if (origin.misbehave(path, response)) return;
    const bytes = await readFile(join(folder, path)).catch(() => null);
    if (bytes === null) return void response.writeHead(404).end();
    const etag = `"${sha256Hex(bytes).slice(0, 16)}"`;
    if (request.headers['if-none-match'] === etag) return void response.writeHead(304).end();
    response.writeHead(200, { etag, 'content-length': bytes.length }).end(bytes);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const origin: StaticOrigin = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    requests: [],
    misbehave: () => false,
    now: Date.now,
    close: async () => {
      server.closeAllConnections();
      if (server.listening) await new Promise(resolve => server.close(resolve));
    },
  };
  return origin;
}
