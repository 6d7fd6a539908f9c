import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { Refusal } from '../../content/common/faults.ts';
import type { CallAnswer } from '../api/types.ts';
import type { CallRow, Database } from '../database/tables.ts';
import { limitedBody, readBody } from '../http/body.ts';
import { type KnownTerminal, type TerminalEnv, terminalAccess } from '../http/terminal-access.ts';
import type { CallBoard } from './call-board.ts';
import { askedAbout, callSchema, endCall, keepCall } from './call-store.ts';

/** What terminals ask, below /api/calls; shapes in platform/api/types.ts. */
export function callRoutes(parts: {
  database: Database;
  board: CallBoard;
  terminals: KnownTerminal[];
  now(): Date;
}): Hono<TerminalEnv> {
  const { database, board, now } = parts;
  const routes = new Hono<TerminalEnv>();
  routes.use(terminalAccess(parts.terminals));
  const answer = async (c: Context<TerminalEnv>, id: string): Promise<Response> => {
    const call = await askedAbout(database, c.var.terminalId, id, now());
    if (call === undefined) throw new Refusal('call-unknown');
    return c.json(answerOf(call, board), 200, { 'cache-control': 'no-store' });
  };

  routes.post('/', limitedBody, async c => {
    const call = await readBody(c, callSchema);
    if (!(await keepCall(database, c.var.terminalId, call, now()))) throw new Refusal('too-many-requests');
    board.changed();
    return answer(c, call.id);
  });
  routes.get('/:id', c => answer(c, c.req.param('id')));
  routes.post('/:id/end', limitedBody, async c => {
    await readBody(c, z.strictObject({}));
    await endCall(database, c.var.terminalId, c.req.param('id'), now());
    board.changed();
    return answer(c, c.req.param('id'));
  });
  return routes;
}

function answerOf({ id, state, opened_at, answered_by, place_code }: CallRow, board: CallBoard): CallAnswer {
  const since = opened_at.toISOString();
  return { id, state, since, answeredBy: answered_by, watched: board.watched(place_code) };
}
