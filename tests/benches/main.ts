import { type CommandDefinition, runProgram } from '../../scripts/commands/command-line.ts';
import { benchFleet } from './fleet.ts';
import { benchPublish } from './publish.ts';
import { benchSearch } from './search.ts';
import { benchStart } from './start.ts';
import { benchUpdate } from './update.ts';
import { benchVisit } from './visit.ts';

/** Figures depend on the machine and on what else it does: compare the ratios, and runs side by side. */
function bench(summary: string, name: string, measure: () => Promise<Record<string, unknown>>): CommandDefinition {
  return {
    summary,
    usage: name,
    options: {},
    async run({ say }) {
      const result = await measure();
      for (const [key, value] of Object.entries(result))
        say(`${key.padEnd(28)} ${typeof value === 'object' ? JSON.stringify(value) : value}`);
      return { result };
    },
  };
}

/** Without a command, everything. */
if (process.argv.length === 2) process.argv.push('all');

await runProgram('bench', {
  start: bench('Bytes, first screen and touches at CPU x6, beside a floor page', 'start', benchStart),
  all: bench('Everything, one after the other', 'all', async () => ({
    ...(await benchStart()),
    ...(await benchVisit()),
    search: await benchSearch(),
    ...(await benchUpdate()),
    ...(await benchPublish()),
    ...(await benchFleet()),
  })),
  update: bench(
    'Bytes, time and memory of content updates of 10,000 matters, beside one whole patch',
    'update',
    async () => ({
      ...(await benchUpdate()),
      ...(await benchPublish()),
    }),
  ),
  search: bench(
    'Search of 10,000 matters: recall, times, index; in Chromium at CPU x6; beside MiniSearch and includes',
    'search',
    benchSearch,
  ),
  fleet: bench('2,000 terminals that ask one origin at once, beside nginx', 'fleet', benchFleet),
  visit: bench(
    'Card to fields and list, word to paper, glass to preview; memory and idle CPU of the bridge',
    'visit',
    benchVisit,
  ),
});
