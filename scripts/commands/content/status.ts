import { z } from 'zod';
import type { FleetAnswer } from '../../../platform/api/types.ts';
import type { CommandDefinition } from '../command-line.ts';
import { askPlatform, platformOptions } from './ask-platform.ts';

/** `content status`: what every terminal shows, and how each version fares. */
export const status: CommandDefinition = {
  summary: 'Shows what every terminal has on its screen, and which versions fail',
  usage: 'status [--platform URL] [--token-file FILE]',
  options: platformOptions,
  async run({ values, say }) {
    const answer = await askPlatform('/api/fleet', values, fleetAnswer);
    for (const line of fleetLines(answer)) say(line);
    return { result: answer };
  },
};

const fleetAnswer: z.ZodType<FleetAnswer> = z.object({
  terminals: z.array(
    z.object({
      id: z.string(),
      seenAt: z.string().nullable(),
      inventory: z
        .object({
          roles: z.record(z.string(), z.number()),
          digest: z.string().nullable(),
          failed: z.array(z.object({ role: z.string(), version: z.number(), why: z.string() })),
          fault: z.string().nullable(),
        })
        .nullable(),
    }),
  ),
  versions: z.array(
    z.object({
      role: z.string(),
      version: z.number(),
      shown: z.number(),
      failed: z.number(),
      held: z.boolean(),
    }),
  ),
});

function fleetLines({ terminals, versions }: FleetAnswer): string[] {
  const width = Math.max(8, ...terminals.map(({ id }) => id.length));
  const rows = terminals.map(({ id, seenAt, inventory }) => {
    if (inventory === null) return `${id.padEnd(width)}  never seen`;
    const shown = Object.entries(inventory.roles).map(([role, version]) => `${role} ${version}`);
    const troubles = inventory.failed.map(({ role, version, why }) => `went back from ${role} ${version} (${why})`);
    const parts = [shown.join(', ') || 'no content yet', inventory.fault, ...troubles].filter(part => part !== null);
    return `${id.padEnd(width)}  ${seenAt}  ${parts.join('; ')}`;
  });
  const held = versions
    .filter(each => each.held)
    .map(({ role, version, shown, failed }) => {
      return `PAUSED: ${role} ${version} failed on ${failed} of ${shown + failed}; publish or roll back to go on.`;
    });
  return [...rows, ...held];
}
