import { createServer, type Plugin, type ResolvedConfig } from 'vite';

/**
 * Puts the first screen into index.html: drawn once at build time, with its style sheet inlined, so that it stands in
 * the first frame. Its scripts take the same markup over (kiosk/main.tsx).
 */
export function firstScreenPlugin(): Plugin {
  let config: ResolvedConfig;
  return {
    name: 'first-screen',
    apply: 'build',
    enforce: 'post',
    configResolved(resolved) {
      config = resolved;
    },
    async generateBundle(_, bundle) {
      const page = bundle['index.html'];
      if (page?.type !== 'asset') throw new Error('the build has no index.html');
      const html = String(page.source);
      const withStyles = html.replace(/<link rel="stylesheet"[^>]* href="\/([^"]+)">/g, (_, file: string) => {
        const sheet = bundle[file];
        if (sheet?.type !== 'asset') throw new Error(`${file} is named in index.html and was not built`);
        return `<style>${String(sheet.source)}</style>`;
      });
      page.source = withStyles.replace('<div id="app"></div>', `<div id="app">${await drawnIn(config.root)}</div>`);
    },
  };
}

async function drawnIn(root: string): Promise<string> {
  const server = await createServer({
    ...{ root, configFile: false, appType: 'custom', logLevel: 'error' },
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    server: { middlewareMode: true, hmr: false, watch: null, ws: false },
    optimizeDeps: { noDiscovery: true },
  });
  try {
    const { firstScreen } = (await server.ssrLoadModule('/first-screen.tsx')) as { firstScreen(): string };
    return firstScreen();
  } finally {
    await server.close();
  }
}
