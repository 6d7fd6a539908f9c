import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { VitePWA } from 'vite-plugin-pwa';
import { configDefaults, defineConfig } from 'vitest/config';
import { firstScreenPlugin } from './scripts/build/first-screen.ts';
import { inputData } from './scripts/build/input-data.ts';
import { speechPlugin } from './scripts/build/speech-plugin.ts';
import { watchdogPlugin } from './scripts/build/watchdog.ts';
import { LongestFirst } from './tests/support/longest-first.ts';

const bridge = 'http://127.0.0.1:7300';
/** The bridge lets only its own page in, so a page under development speaks in its name. */
const asOwnPage = { target: bridge, changeOrigin: true, headers: { origin: bridge } };
const inKiosk = (file: string): string => fileURLToPath(new URL(`./kiosk/${file}`, import.meta.url));

export default defineConfig({
  root: inKiosk(''),
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  server: {
    proxy: {
      '/api': asOwnPage,
      '/dock': { ...asOwnPage, bypass: () => '/dock.html' },
    },
  },
  build: {
    outDir: fileURLToPath(new URL('./dist/kiosk', import.meta.url)),
    emptyOutDir: true,
    target: 'chrome120',
    // Only Chromium shows these pages, and it preloads modules itself.
    modulePreload: { polyfill: false },
    rolldownOptions: { input: { kiosk: inKiosk('index.html'), dock: inKiosk('dock.html') } },
  },
  plugins: [
    speechPlugin(),
    firstScreenPlugin(),
    watchdogPlugin(),
    inputData(),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: '.',
      // The name is part of the contract with terminals in the field: a renamed worker never replaces the old one.
      filename: 'service-worker.ts',
      injectRegister: false,
      manifest: {
        name: '便民服务自助终端',
        short_name: '自助终端',
        lang: 'zh-CN',
        display: 'fullscreen',
        start_url: '/',
        background_color: '#F3F6FA',
        theme_color: '#0A4F9E',
        icons: [{ src: '/mark.svg', sizes: 'any', type: 'image/svg+xml' }],
      },
      injectManifest: {
        globPatterns: ['**/*.{js,css,html,svg,bin}'],
        // The dock exists in demo mode only and must never be found in a citizen's browser.
        globIgnores: ['dock.html', 'assets/dock-*'],
      },
    }),
  ],
  test: {
    root: fileURLToPath(new URL('.', import.meta.url)),
    environment: 'node',
    globalSetup: ['tests/support/run-folder.ts'],
    // One more than vitest would take: it leaves a processor to itself, which it hardly needs.
    maxWorkers: availableParallelism(),
    sequence: { sequencer: LongestFirst },
    // Tests with real peers and a database wait for states; the limit only ends what hangs.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    include: ['**/*.test.{ts,tsx}'],
    exclude: [...configDefaults.exclude, 'tests/browser/**', 'var/**'],
  },
});
