import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo, Server } from 'node:net';
import { z } from 'zod';
import type { PeerProgram } from './peer-program.ts';
import { type PeerSettings, type PrinterPeerState, peerPatchSchema } from './peer-settings.ts';

const bodyLimitBytes = 10_000;

export interface PeerControl {
  readonly address: string;
  readonly state: PrinterPeerState;
  close(): void;
}

/** GET / and PATCH / as PrinterPeerState on loopback. A wrong body answers 400 {message} and changes nothing. */
export async function servePeerControl(
  program: PeerProgram,
  initial: PeerSettings,
  controlPort: number,
): Promise<PeerControl> {
  let settings = initial;
  const stateOf = (): PrinterPeerState => ({ ...settings, program: program.program, uri: program.uri });

  async function answer(request: IncomingMessage): Promise<{ status: number; body: unknown }> {
    if (request.url !== '/') return { status: 404, body: { message: 'only / is served' } };
    if (request.method === 'GET') return { status: 200, body: stateOf() };
    if (request.method !== 'PATCH') return { status: 405, body: { message: 'GET or PATCH' } };
    const patch = peerPatchSchema.safeParse(await readJson(request));
    if (!patch.success) return { status: 400, body: { message: z.prettifyError(patch.error) } };
    // Absent keys stay as they are; the schema lets no key through with the value undefined.
    settings = { ...settings, ...(patch.data as Partial<PeerSettings>) };
    await program.apply(settings);
    return { status: 200, body: stateOf() };
  }

  const server = createServer((request, response) => {
    answer(request)
      .catch((error: unknown) => ({ status: 500, body: { message: String(error) } }))
      .then(({ status, body }) => {
        response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
      });
  });
  const port = await listenOnLoopback(server, controlPort);
  return {
    address: `http://127.0.0.1:${port}/`,
    get state() {
      return stateOf();
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

export function listenOnLoopback(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) {
    text += chunk;
    if (text.length > bodyLimitBytes) return null;
  }
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
