import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';

const entry = fileURLToPath(new URL('../../kiosk/watchdog/main.ts', import.meta.url));
const fileName = 'watchdog.js';

/** Bundles the watchdog by itself, so that it shares no file with the page it watches, and names it first in index.html. */
export function watchdogPlugin(): Plugin {
  return {
    name: 'watchdog',
    apply: 'build',
    transformIndexHtml: (_, { filename }) =>
      filename.endsWith('/index.html')
        ? [{ tag: 'script', attrs: { type: 'module', src: `/${fileName}` }, injectTo: 'head-prepend' }]
        : [],
    async generateBundle() {
      this.emitFile({ type: 'asset', fileName, source: await bundled() });
    },
  };
}

async function bundled(): Promise<string> {
  const built = await build({
    ...{ configFile: false, logLevel: 'error', publicDir: false },
    build: { write: false, target: 'chrome120', lib: { entry, formats: ['es'], fileName: 'watchdog' } },
  });
  const [output] = [built].flat();
  const chunk = output !== undefined && 'output' in output ? output.output[0] : undefined;
  if (chunk === undefined) throw new Error('the watchdog was not built');
  return chunk.code;
}
