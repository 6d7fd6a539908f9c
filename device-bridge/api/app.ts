import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { secureHeaders } from 'hono/secure-headers';
import { streamSSE } from 'hono/streaming';
import type { z } from 'zod';
import { type FaultName, fault, Refusal } from '../../content/common/faults.ts';
import type { Dock } from '../dock/dock.ts';
import type { Log } from '../log.ts';
import { commandSchema, dockCommandSchema } from './commands.ts';
import { ownPageOnly } from './guard.ts';
import type { Command, HolderWhole, Readiness, TerminalState } from './types.ts';

/** So often the state is sent though nothing changed: by its silence the kiosk knows a bridge that hangs. */
const heartbeatMs = 5_000;
const smallBody = bodyLimit({
  maxSize: 16 * 1024,
  onError: () => {
    throw new Refusal('bad-command', 'too long');
  },
});
/** Nothing runs or loads that is not this terminal's own; the preview is an image of its own origin. */
const contentSecurityPolicy = {
  defaultSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  objectSrc: ["'none'"],
  baseUri: ["'none'"],
  formAction: ["'none'"],
};

/** What the server shows and passes on; it holds no state of its own. */
export interface AppParts {
  port: () => number;
  kioskDir: string;
  state: () => TerminalState;
  /** `screen`: it draws what it is told, and answers for new content. */
  onState: (listener: () => void, screen: boolean) => () => void;
  /** @throws Refusal when the command does not fit */
  command: (command: Command) => void;
  readiness: () => Readiness;
  generation: (digest: string) => Uint8Array | null;
  /** The index by which the generation is searched, by its own digest. */
  searchIndex: (digest: string) => Uint8Array | null;
  /** Sounds of the content. */
  speechPack: (sha256: string) => Promise<Uint8Array | null>;
  preview: (visitId: string, number: string) => Uint8Array | null;
  /** @throws Refusal when that visit is over or no card was read in it */
  holder: (visitId: string) => HolderWhole;
  /** Null in mode terminal: then there is no such address. */
  dock: Dock | null;
  log: Log;
}

export function createApp(parts: AppParts): Hono {
  const app = new Hono();
  app.use(ownPageOnly(parts.port));
  app.use(secureHeaders({ contentSecurityPolicy, strictTransportSecurity: false }));
  app.onError((error, context) => {
    if (error instanceof Refusal) return context.json(fault(error.fault), statusOf(error.fault));
    parts.log.error({ err: error.stack, path: context.req.path }, 'request failed');
    throw error;
  });

  app.get('/api/events', context =>
    streamSSE(context, async stream => {
      let wake = (): void => {};
      let beat: NodeJS.Timeout | undefined;
      const send = (): void => wake();
      const stop = parts.onState(send, context.req.query('screen') !== undefined);
      stream.onAbort(() => {
        stop();
        wake();
      });
      try {
        let sent = '';
        beat = setInterval(() => {
          sent = '';
          wake();
        }, heartbeatMs);
        while (!stream.aborted && !stream.closed) {
          const changed = new Promise<void>(resolve => {
            wake = resolve;
          });
          const data = JSON.stringify(parts.state());
          if (data === sent) await changed;
          else await stream.writeSSE({ event: 'state', data });
          sent = data;
        }
      } finally {
        clearInterval(beat);
        stop();
      }
    }),
  );

  app.post('/api/command', smallBody, async context => {
    parts.command(await parsedBody(context.req.raw, commandSchema));
    return context.json({ ok: true });
  });

  app.get('/api/readiness', context => context.json(parts.readiness(), 200, { 'cache-control': 'no-store' }));

  app.get('/api/content/:digest', context => {
    const bytes = parts.generation(context.req.param('digest'));
    if (bytes === null) throw new Refusal('content-missing');
    return lastingBytes(context, bytes, 'application/json');
  });

  app.get('/api/search/:digest', context => {
    const bytes = parts.searchIndex(context.req.param('digest'));
    if (bytes === null) throw new Refusal('content-missing');
    return lastingBytes(context, bytes, 'application/octet-stream');
  });

  app.get('/api/speech/:sha256', async context => {
    const bytes = await parts.speechPack(context.req.param('sha256'));
    // Not here yet is no failure: the kiosk says by syllables what it has no sounds for, and asks again later.
    if (bytes === null) return context.body(null, 404, { 'cache-control': 'no-store' });
    return lastingBytes(context, bytes, 'application/octet-stream');
  });

  app.get('/api/visit/:visitId/preview/:file{.+\\.png}', context => {
    const number = context.req.param('file').replace(/\.png$/, '');
    const png = parts.preview(context.req.param('visitId'), number);
    if (png === null) throw new Refusal('visit-over');
    return context.body(new Uint8Array(png), 200, { 'content-type': 'image/png', 'cache-control': 'no-store' });
  });

  app.get('/api/visit/:visitId/holder', context =>
    context.json(parts.holder(context.req.param('visitId')), 200, { 'cache-control': 'no-store' }),
  );

  const { dock } = parts;
  if (dock !== null) {
    app.get('/api/dock', async context => context.json(await dock.state()));
    app.post('/api/dock', smallBody, async context =>
      context.json(await dock.command(await parsedBody(context.req.raw, dockCommandSchema))),
    );
    app.get('/dock', async context => context.html(await readFile(join(parts.kioskDir, 'dock.html'), 'utf8')));
  }
  app.get('/dock.html', context => context.notFound());
  app.all('/api/*', context => context.json(fault('bad-command'), 404));
  app.use(
    serveStatic({
      root: parts.kioskDir,
      onFound: (path, context) => {
        // Built files carry a digest in their name; the pages and the service worker must always be looked at anew.
        const lasting = /\/assets\//.test(path);
        context.header('cache-control', lasting ? forEver : 'no-cache');
      },
    }),
  );
  return app;
}

/** Of an address that carries the digest of what it answers. */
const forEver = 'public, max-age=31536000, immutable';

function lastingBytes(context: Context, bytes: Uint8Array, type: string): Response {
  return context.body(new Uint8Array(bytes), 200, { 'content-type': type, 'cache-control': forEver });
}

async function parsedBody<S extends z.ZodType>(request: Request, schema: S): Promise<z.output<S>> {
  const body: unknown = await request.json().catch(() => {
    throw new Refusal('bad-command', 'not JSON');
  });
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw new Refusal('bad-command', parsed.error.issues.map(issue => issue.message).join('; '));
  return parsed.data;
}

function statusOf(name: FaultName): 400 | 403 | 404 | 409 {
  if (name === 'wrong-origin') return 403;
  if (name === 'visit-over' || name === 'not-now') return 409;
  return name === 'content-missing' ? 404 : 400;
}
