import { type CommandDefinition, runProgram } from '../../scripts/commands/command-line.ts';
import { benchStart } from './start.ts';
import { benchVisit } from './visit.ts';

/** Figures depend on the machine and on what else it does: compare the ratios, and runs side by side. */
function bench(summary: string, name: string, measure: () => Promise<Record<string, unknown>>): CommandDefinition {
  return {
    summary,
    usage: name,
    options: {},
    async run({ say }) {
      const result = await measure();
      for (const [key, value] of Object.entries(result)) say(`${key.padEnd(28)} ${value}`);
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
  })),
  visit: bench('Card to list, word to paper, memory of the bridge', 'visit', benchVisit),
});
