import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';

/** Opens the bridge's door on loopback only. Port 0 takes a free one. */
export async function listen(app: Hono, port: number): Promise<{ port: number; close(): Promise<void> }> {
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      // Event streams never end by themselves.
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    },
  };
}
