import { readConfig } from '../../platform/config.ts';
import { startPlatform } from '../../platform/start.ts';
import { requiredText, runProgram } from './command-line.ts';

await runProgram('platform', {
  serve: {
    summary: 'Serves the platform until it is told to end (Ctrl-C)',
    usage: 'serve --config platform.yaml',
    options: { config: { type: 'string' } },
    async run({ values, say }) {
      const platform = await startPlatform(await readConfig(requiredText(values, 'config')));
      say(`Platform on ${platform.url}`);
      const stop = (): void => void platform.close();
      process.once('SIGINT', stop);
      process.once('SIGTERM', stop);
      return { result: { url: platform.url } };
    },
  },
});
