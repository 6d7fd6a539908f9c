import { parseArgs } from 'node:util';
import { Refusal } from '../content/model/faults.ts';
import { startBridge } from './bridge.ts';
import { loadConfig } from './config.ts';

const { values } = parseArgs({ options: { config: { type: 'string', default: 'terminal.yaml' } } });

try {
  const bridge = await startBridge(await loadConfig(values.config));
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      bridge.close().then(() => process.exit(0));
    });
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  process.stderr.write(`${JSON.stringify(error)}\n`);
  process.exit(1);
}
