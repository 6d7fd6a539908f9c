import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { tcpTransport } from './tcp.ts';

const servers: Server[] = [];
const sockets: Socket[] = [];
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await Promise.all(servers.splice(0).map(server => new Promise(resolve => server.close(resolve))));
});

async function listen(): Promise<{ port: number; taken: Promise<Socket> }> {
  const server = createServer();
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const taken = once(server, 'connection').then(([socket]: Socket[]) => {
    if (socket === undefined) throw new Error('no connection');
    sockets.push(socket);
    return socket;
  });
  return { port: address.port, taken };
}

test('a TCP line carries bytes both ways', async () => {
  const { port, taken } = await listen();
  const near = await tcpTransport({ host: '127.0.0.1', port })();
  const far = await taken;
  far.on('data', bytes => far.write(bytes));
  near.write('find');
  expect(String((await once(near, 'data'))[0])).toBe('find');
  near.destroy();
  await once(near, 'close');
});

test('a TCP line closes when the other end closes or is cut off', async () => {
  for (const end of ['close', 'reset'] as const) {
    const { port, taken } = await listen();
    const near = await tcpTransport({ host: '127.0.0.1', port })();
    near.on('error', () => {});
    near.resume();
    const closed = new Promise(resolve => near.once('close', resolve));
    const far = await taken;
    if (end === 'close') far.destroy();
    else far.resetAndDestroy();
    await closed;
    expect(near.destroyed).toBe(true);
  }
});

test('a TCP line that nobody answers is refused, in the end by its own limit', async () => {
  const { port } = await listen();
  const [server] = servers.splice(0);
  await new Promise(resolve => server?.close(resolve));
  await expect(tcpTransport({ host: '127.0.0.1', port })()).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  // RFC 5737: an address that belongs to nobody. Where there is no way to it at all, that is said at once.
  await expect(tcpTransport({ host: '192.0.2.1', port: 9100, connectMs: 100 })()).rejects.toThrow();
});
