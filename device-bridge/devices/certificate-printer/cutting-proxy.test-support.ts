import { connect, createServer, type Socket } from 'node:net';
import { listenOnLoopback } from './simulator/peer-control.ts';

/** A wire to a printer that can be cut while a document goes over it. */
export interface CuttingProxy {
  readonly port: number;
  /** From now on every connection breaks after so many bytes to the printer; null: none does. */
  cutAfter(bytes: number | null): void;
  readonly cuts: number;
  stop(): Promise<void>;
}

export async function startCuttingProxy(printerPort: number): Promise<CuttingProxy> {
  let limit: number | null = null;
  let cuts = 0;
  const sockets = new Set<Socket>();
  const keep = (socket: Socket): Socket =>
    socket.once('close', () => sockets.delete(socket)).on('error', () => socket.destroy());
  const server = createServer(near => {
    const far = connect(printerPort, 'localhost');
    let passed = 0;
    for (const socket of [near, far]) sockets.add(keep(socket));
    far.pipe(near);
    near.on('data', chunk => {
      passed += chunk.length;
      if (limit === null || passed <= limit) far.write(chunk);
      else {
        cuts += 1;
        near.resetAndDestroy();
        far.resetAndDestroy();
      }
    });
    near.on('close', () => far.destroy());
  });
  const port = await listenOnLoopback(server, 0);
  return {
    port,
    cutAfter(bytes) {
      limit = bytes;
    },
    get cuts() {
      return cuts;
    },
    async stop() {
      for (const socket of sockets) socket.destroy();
      await new Promise(done => server.close(done));
    },
  };
}
