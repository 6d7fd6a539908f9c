import { readFileSync } from 'node:fs';
import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import { streamSSE } from 'hono/streaming';
import type { Database } from '../database/tables.ts';
import type { DeskAccess, DeskEnv, DeskPerson } from '../desk/desk-access.ts';
import { answerPage, type Markup } from '../pages/page.ts';
import type { CallBoard } from './call-board.ts';
import { answerCall, endSilentCalls, finishCall, openCalls, pastCalls } from './call-store.ts';
import { callsList, callsPage } from './calls-page.ts';

/** The words “已等 3 分钟” grow by themselves, and a proxy closes no line that speaks. */
const refreshMs = 20_000;
const pastShown = 8;
const script = readFileSync(new URL('calls-page.client.js', import.meta.url), 'utf8');
const withoutScript = html`<noscript><meta http-equiv="refresh" content="4"></noscript>`;

/** GET /, /events, /page.js and POST /:id/answer, /:id/done, below /desk/calls: for people of the staff who have signed in. */
export function staffCallRoutes(parts: {
  database: Database;
  board: CallBoard;
  access: DeskAccess;
  now(): Date;
}): Hono<DeskEnv> {
  const { database, board, now } = parts;
  const routes = new Hono<DeskEnv>();
  routes.use(parts.access.required);

  const listFor = async ({ places }: DeskPerson): Promise<Markup> => {
    await endSilentCalls(database, now());
    const own = ({ place_code }: { place_code: string }): boolean => places === null || places.includes(place_code);
    const [open, past] = [await openCalls(database), await pastCalls(database, 50)];
    return callsList(open.filter(own), past.filter(own).slice(0, pastShown), now());
  };

  routes.get('/', async c => {
    const { person } = c.var;
    // Also a page without a script counts as looked at, until it is loaded anew.
    board.watch(person.places)();
    const body = callsPage(person, await listFor(person));
    return answerPage(c, 200, '求助', body, { script: '/desk/calls/page.js', head: withoutScript });
  });

  routes.get('/page.js', c => c.body(script, 200, { 'content-type': 'text/javascript; charset=utf-8' }));

  routes.get('/events', c =>
    streamSSE(c, async stream => {
      const leaving = new AbortController();
      stream.onAbort(() => leaving.abort());
      const ends = AbortSignal.any([leaving.signal, board.closing]);
      const unwatch = board.watch(c.var.person.places);
      try {
        while (!ends.aborted) {
          const changed = board.next(refreshMs, ends);
          const list = String(await listFor(c.var.person));
          await stream.writeSSE({ event: 'calls', data: list.replaceAll('\n', '') });
          await changed;
        }
      } finally {
        unwatch();
      }
    }),
  );

  const act =
    (change: (id: string, person: DeskPerson) => Promise<boolean>) =>
    async (c: Context<DeskEnv>): Promise<Response> => {
      const { person } = c.var;
      const id = c.req.param('id') ?? '';
      const call = (await openCalls(database)).find(each => each.id === id);
      const own = call !== undefined && (person.places === null || person.places.includes(call.place_code));
      // One that has ended meanwhile is no failure: the list says so.
      if (own && (await change(id, person))) board.changed();
      return c.redirect('/desk/calls', 303);
    };
  routes.post(
    '/:id/answer',
    act((id, { name }) => answerCall(database, id, name, now())),
  );
  routes.post(
    '/:id/done',
    act((id, { name }) => finishCall(database, id, name, now())),
  );
  return routes;
}
