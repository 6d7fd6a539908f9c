import { Hono } from 'hono';
import type { FleetAnswer, InventoryAnswer } from '../api/types.ts';
import type { Database } from '../database/tables.ts';
import { limitedBody, readBody } from '../http/body.ts';
import { bearerAccess, type KnownTerminal, type TerminalEnv, terminalAccess } from '../http/terminal-access.ts';
import { inventorySchema, keepInventory, type Report, reports } from './inventories.ts';
import { versionsOf } from './versions.ts';

interface Fleet {
  database: Database;
  terminals: KnownTerminal[];
  maintainers: { name: string; tokenSha256: string }[];
  now(): Date;
}

/** A report counts for this long; terminals report every ten minutes. */
const countsForMs = 24 * 60 * 60_000;

/** POST /terminals/inventory and GET /fleet, below /api; shapes in platform/api/types.ts. */
export function fleetRoutes({ database, terminals, maintainers, now }: Fleet): Hono<TerminalEnv> {
  const routes = new Hono<TerminalEnv>();
  /** What terminals of today's configuration said lately: one that was taken away holds nothing back for ever. */
  const counting = (kept: readonly Report[]) =>
    kept
      .filter(({ terminalId, seenAt }) => {
        return terminals.some(({ id }) => id === terminalId) && now().getTime() - seenAt.getTime() < countsForMs;
      })
      .map(({ inventory }) => inventory);
  const held = async (): Promise<InventoryAnswer> => {
    const versions = versionsOf(counting(await reports(database)));
    return { hold: versions.filter(each => each.held).map(({ role, version }) => ({ role, version })) };
  };

  routes.post('/terminals/inventory', terminalAccess(terminals), limitedBody, async c => {
    const inventory = await readBody(c, inventorySchema);
    await keepInventory(database, { terminalId: c.var.terminalId, seenAt: now(), inventory });
    return c.json(await held());
  });

  routes.get(
    '/fleet',
    bearerAccess(
      maintainers.map(each => each.tokenSha256),
      'maintainer-not-authorised',
    ),
    async c => {
      const kept = await reports(database);
      const answer: FleetAnswer = {
        terminals: terminals.map(({ id }) => {
          const report = kept.find(each => each.terminalId === id);
          return { id, seenAt: report?.seenAt.toISOString() ?? null, inventory: report?.inventory ?? null };
        }),
        versions: versionsOf(counting(kept)),
      };
      return c.json(answer);
    },
  );
  return routes;
}
