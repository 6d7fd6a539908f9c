import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { PrinterSituation } from './embedded-description.ts';
import { createJobBench, type JobBench } from './embedded-jobs.ts';
import { answerRequest } from './embedded-wire.ts';
import { listenOnLoopback } from './peer-control.ts';
import type { PeerProgram, PeerProgramOptions } from './peer-program.ts';
import { keepPrinted } from './printed-folder.ts';

const requestLimitBytes = 64 * 1024 * 1024;
const icon = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** From power on to power off: a printer forgets its jobs and its clock. */
interface Session {
  server: Server;
  bench: JobBench;
  startedAt: Date;
}

/** An IPP Everywhere printer of our own, for machines where ippeveprinter cannot be installed. */
export async function startEmbeddedPrinter(options: PeerProgramOptions): Promise<PeerProgram> {
  const uri = `ipp://localhost:${options.port}/ipp/print`;
  const uuid = `urn:uuid:${randomUUID()}`;
  let settings = options.settings;
  let session: Session | null = null;
  /** Requests that came while it hangs: answered when it goes on, as a stopped process would. */
  let waiting: (() => void)[] = [];

  async function powerOn(): Promise<Session> {
    const bench = createJobBench(
      () => settings,
      document => keepPrinted(options.spool, document),
    );
    const startedAt = new Date();
    const situation = (): PrinterSituation => ({
      uri,
      uuid,
      settings,
      startedAt,
      busy: bench.active.some(job => job.hasDocument),
      activeJobs: bench.active.length,
    });
    const server = createServer((request, response) => {
      void readBody(request).then(body => {
        const answer = () =>
          respond(request, response, body === null ? null : answerRequest(body, { bench, situation }));
        if (settings.power === 'hung') waiting.push(answer);
        else answer();
      });
    });
    await listenOnLoopback(server, options.port);
    return { server, bench, startedAt };
  }

  async function powerOff(): Promise<void> {
    waiting = [];
    const ended = session;
    session = null;
    if (ended === null) return;
    ended.bench.drop();
    const closed = new Promise(resolve => ended.server.close(resolve));
    ended.server.closeAllConnections();
    await closed;
  }

  const peer: PeerProgram = {
    program: 'embedded',
    uri,
    async apply(wanted) {
      settings = wanted;
      if (wanted.power === 'off') return powerOff();
      session ??= await powerOn();
      if (wanted.power === 'on') for (const answer of waiting.splice(0)) answer();
    },
    close: powerOff,
  };
  await peer.apply(options.settings);
  return peer;
}

/** Null when the connection breaks off or the body is too long. */
async function readBody(request: IncomingMessage): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      length += chunk.length;
      if (length > requestLimitBytes) return null;
    }
    return Buffer.concat(chunks);
  } catch {
    return null;
  }
}

function respond(request: IncomingMessage, response: ServerResponse, ippAnswer: Buffer | null): void {
  if (request.method === 'GET' && request.url === '/icon.png') {
    response.writeHead(200, { 'Content-Type': 'image/png' }).end(icon);
  } else if (request.method === 'GET' && request.url === '/') {
    response.writeHead(200, { 'Content-Type': 'text/plain' }).end('Simulated certificate printer\n');
  } else if (request.method !== 'POST' || request.headers['content-type'] !== 'application/ipp') {
    response.writeHead(404).end();
  } else if (ippAnswer === null) {
    response.writeHead(400).end();
  } else {
    response.writeHead(200, { 'Content-Type': 'application/ipp' }).end(ippAnswer);
  }
}
