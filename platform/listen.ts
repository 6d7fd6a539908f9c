import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { Refusal } from '../content/common/faults.ts';

type Fetch = (request: Request) => Response | Promise<Response>;

export interface HttpServer {
  url: string;
  /** From now on `fetch` answers; before that every request is told to come back (503). */
  serve(fetch: Fetch): void;
  close(): Promise<void>;
}

const timeouts = { headersMs: 10_000, requestMs: 30_000, drainMs: 5_000 } as const;

/**
 * Takes the port before anything else is opened: the embedded database must never have two processes in one folder, and
 * a second start of the same configuration ends here. Throws Refusal already-running.
 */
export async function listen(host: string, port: number): Promise<HttpServer> {
  let answer: Fetch = () => new Response(null, { status: 503, headers: { 'Retry-After': '5' } });
  const server = createServer(
    { headersTimeout: timeouts.headersMs, requestTimeout: timeouts.requestMs },
    getRequestListener(request => answer(request)),
  );
  await bind(server, host, port);
  const address = server.address() as AddressInfo;
  const name = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return {
    url: `http://${name}:${address.port}`,
    serve: fetch => {
      answer = fetch;
    },
    close: () => drain(server),
  };
}

function bind(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new Refusal('already-running', `${host}:${port}`) : error);
    });
    server.listen(port, host, resolve);
  });
}

/** Lets answers under way finish, for a while; idle connections end at once. */
function drain(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    const impatience = setTimeout(() => server.closeAllConnections(), timeouts.drainMs);
    server.close(error => {
      clearTimeout(impatience);
      if (error) reject(error);
      else resolve();
    });
  });
}
