import { parseArgs } from 'node:util';
import { Refusal } from '../content/common/faults.ts';
import { loadConfig } from './config.ts';
import { startBridge } from './start.ts';

const help = `The terminal's own process: drives the devices, keeps the visit, serves the kiosk on 127.0.0.1.

Usage: node device-bridge/main.ts --config terminal.yaml

Every key of the configuration is described in device-bridge/config.ts; docs/terminal.md shows one.
Exit codes: 0 ended in order, 1 refused with a code, 2 wrong usage.
`;

function givenConfig(): string {
  try {
    const { values } = parseArgs({ options: { config: { type: 'string' }, help: { type: 'boolean', short: 'h' } } });
    if (values.help) {
      process.stdout.write(help);
      process.exit(0);
    }
    if (values.config === undefined) throw new TypeError('--config is needed');
    return values.config;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n\n${help}`);
    process.exit(2);
  }
}

try {
  const bridge = await startBridge(await loadConfig(givenConfig()));
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      bridge.close().then(() => process.exit(0));
    });
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  process.stderr.write(`${JSON.stringify(error)}\n`);
  process.exit(1);
}
