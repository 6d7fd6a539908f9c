import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createLog } from '../log.ts';
import { followHints } from './hints.ts';

let server: Server;
let lines: ServerResponse[];
let hints: number;
let stop: () => Promise<void>;
beforeEach(async () => {
  lines = [];
  hints = 0;
  server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' }).write('event: alive\ndata:\n\n');
    lines.push(response);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  await stop();
  server.closeAllConnections();
  await new Promise(resolve => server.close(resolve));
});

function follow(silenceMs = 60_000): void {
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const onHint = (): void => {
    hints += 1;
  };
  stop = followHints({
    url,
    token: 'token-of-this-terminal',
    onHint,
    log: createLog('silent'),
    reconnectMs: 20,
    silenceMs,
  });
}

test('a hint comes for each event of content, also in pieces, and for nothing else', async () => {
  follow();
  await expect.poll(() => lines.length).toBe(1);
  lines[0]?.write('event: content\ndata:\n\nevent: alive\ndata: content\n\neve');
  await expect.poll(() => hints).toBe(1);
  lines[0]?.write('nt: content\ndata:\n\n');
  await expect.poll(() => hints).toBe(2);
});

test('a line that was lost is opened again, and may have missed something', async () => {
  follow();
  await expect.poll(() => lines.length).toBe(1);
  lines[0]?.destroy();
  await expect.poll(() => lines.length).toBe(2);
  await expect.poll(() => hints).toBe(1);
});

test('a line that is silent is given up', async () => {
  follow(60);
  await expect.poll(() => lines.length).toBeGreaterThan(2);
});

test('nothing is heard after the end', async () => {
  follow();
  await expect.poll(() => lines.length).toBe(1);
  await stop();
  lines[0]?.write('event: content\ndata:\n\n');
  expect(hints).toBe(0);
});
