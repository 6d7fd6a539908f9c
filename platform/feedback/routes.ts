import { Hono } from 'hono';
import { z } from 'zod';
import { Refusal } from '../../content/common/faults.ts';
import type { Database } from '../database/tables.ts';
import { limitedBody, readBody } from '../http/body.ts';
import { bearerAccess, type KnownTerminal, type TerminalEnv, terminalAccess } from '../http/terminal-access.ts';
import { feedbackSchema, feedbackSince, keepFeedback } from './feedback-store.ts';

const sinceSchema = z.iso
  .datetime({ offset: true })
  .or(z.iso.date())
  .transform(text => new Date(text));
const monthMs = 30 * 24 * 3_600_000;

/** POST and GET /feedback, below /api; shapes in platform/api/types.ts. Without `since`: the last thirty days. */
export function feedbackRoutes(parts: {
  database: Database;
  terminals: KnownTerminal[];
  maintainers: { tokenSha256: string }[];
  now(): Date;
}): Hono<TerminalEnv> {
  const { database, terminals, maintainers, now } = parts;
  const routes = new Hono<TerminalEnv>();

  routes.post('/feedback', terminalAccess(terminals), limitedBody, async c => {
    const request = await readBody(c, feedbackSchema);
    const kept = await keepFeedback(database, { terminalId: c.var.terminalId, request, receivedAt: now() });
    if (!kept) throw new Refusal('too-many-requests');
    return c.json({ ok: true });
  });

  const forMaintainers = bearerAccess(
    maintainers.map(each => each.tokenSha256),
    'maintainer-not-authorised',
  );
  routes.get('/feedback', forMaintainers, async c => {
    const asked = c.req.query('since');
    const since = asked === undefined ? new Date(now().getTime() - monthMs) : sinceOf(asked);
    return c.json(await feedbackSince(database, since), 200, { 'cache-control': 'no-store' });
  });
  return routes;
}

function sinceOf(text: string): Date {
  const parsed = sinceSchema.safeParse(text);
  if (!parsed.success) throw new Refusal('bad-request', 'since: a day or a time, ISO 8601');
  return parsed.data;
}
