import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';
import { Refusal } from '../../content/common/faults.ts';

/** The bridge's door on loopback. Taken before anything else is opened: two bridges on one terminal would fight over its printer. */
export interface Door {
  readonly port: number;
  /** From here on requests are answered; until then with 503. */
  serve(app: Hono): void;
  close(): Promise<void>;
}

/** Port 0 takes a free one. @throws Refusal already-running */
export async function openDoor(port: number): Promise<Door> {
  let app: Hono | null = null;
  const server = createAdaptorServer({
    fetch: (request, env) => app?.fetch(request, env) ?? new Response('starting', { status: 503 }),
  }) as Server;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new Refusal('already-running', `port ${port}`) : error),
    );
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    serve: given => {
      app = given;
    },
    close: async () => {
      // Event streams never end by themselves.
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    },
  };
}
