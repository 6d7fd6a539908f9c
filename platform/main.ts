import { parseArgs } from 'node:util';
import { Refusal } from '../content/common/faults.ts';
import { loadConfig } from './config.ts';
import { startPlatform } from './start.ts';

export { type RunningPlatform, startPlatform } from './start.ts';

const help = `The district's platform: issues, seals and verifies certificates and serves the published content.

Usage: platform serve --config FILE

  serve           serves until it is told to end (Ctrl-C, SIGTERM)
  --config FILE   platform.yaml; platform/platform.example.yaml shows every key
  --help          this text

Logs JSON lines to standard output.
Exit: 0 ended in order, 1 refused with a code, 2 wrong usage.
`;

async function main(): Promise<void> {
  const file = configFile();
  if (file === null) return;
  try {
    const platform = await startPlatform(await loadConfig(file));
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      // A second signal while closing falls to the default and kills.
      process.once(signal, () => {
        platform.close().catch(error => {
          console.error(error);
          process.exitCode = 1;
        });
      });
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    console.error(JSON.stringify(error));
    process.exitCode = 1;
  }
}

/** Null: the command line has been answered already. */
function configFile(): string | null {
  try {
    const options = { config: { type: 'string' }, help: { type: 'boolean', short: 'h' } } as const;
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    const [command, ...more] = positionals;
    if (values.help) process.stdout.write(help);
    else if (command === undefined) wrongUsage('a command is missing');
    else if (command !== 'serve') wrongUsage(`there is no command ${command}`);
    else if (more.length > 0) wrongUsage(`serve takes no ${more.join(' ')}`);
    else if (values.config === undefined) wrongUsage('--config FILE is missing');
    else return values.config;
  } catch (error) {
    wrongUsage(error instanceof Error ? error.message : String(error));
  }
  return null;
}

function wrongUsage(why: string): void {
  process.stderr.write(`platform: ${why}\n\n${help}`);
  process.exitCode = 2;
}

if (import.meta.main) await main();
