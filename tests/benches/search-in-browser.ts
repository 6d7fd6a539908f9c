import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { build } from 'vite';
import { openBrowser, openPage, throttle } from '../support/browser.ts';
import { quantile, rounded } from './figures.ts';
import type { Measured } from './pages/search-measure.ts';
import type { BenchPage } from './pages/search-page.ts';

const rounds = 3;

/**
 * The kiosk's own search code, built as it builds it. In its worker at full speed; on the page's thread for the slowed
 * down figures, because Chromium's throttle does not reach workers: `workerIsThrottled` says whether it did here.
 */
export async function searchInBrowser(options: {
  bytes: Uint8Array;
  queries: readonly string[];
  date: string;
  slowdown: number;
}): Promise<Record<string, unknown>> {
  const folder = await mkdtemp(join(tmpdir(), 'search-bench-'));
  const browser = await openBrowser();
  let server: Server | null = null;
  try {
    server = await servePage(folder, options);
    const page = await openPage(browser);
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    // Engines make code quick while it runs.
    await measured(page, 'page');
    const worker = figuresOf(await measured(page, 'worker'));
    const quick = await burnMs(page, 'worker');
    await throttle(page, options.slowdown);
    const slow = await burnMs(page, 'worker');
    const slowed = await measured(page, 'page');
    return {
      inWorker: worker,
      [`x${options.slowdown}`]: { ...figuresOf(slowed), thread: 'page', workerIsThrottled: slow > quick * 2 },
    };
  } finally {
    await browser.close();
    server?.close();
    await rm(folder, { recursive: true });
  }
}

function figuresOf({ readyMs, timesMs }: Measured): Record<string, number> {
  return {
    p50Ms: rounded(quantile(timesMs, 0.5)),
    p99Ms: rounded(quantile(timesMs, 0.99)),
    readyMs: rounded(readyMs),
  };
}

async function measured(page: Page, where: 'page' | 'worker'): Promise<Measured> {
  return page.evaluate(([name, times]) => (globalThis as unknown as BenchPage).measure(name, times), [
    where,
    rounds,
  ] as const);
}

async function burnMs(page: Page, where: 'page' | 'worker'): Promise<number> {
  return page.evaluate(name => (globalThis as unknown as BenchPage).burn(name), where);
}

async function servePage(
  folder: string,
  { bytes, queries, date }: { bytes: Uint8Array; queries: readonly string[]; date: string },
): Promise<Server> {
  const root = join(import.meta.dirname, 'pages');
  await build({ configFile: false, root, logLevel: 'error', build: { outDir: folder, emptyOutDir: true } });
  const answers = new Map<string, { type: string; body: Uint8Array | string }>([
    ['/index.bin', { type: 'application/octet-stream', body: bytes }],
    ['/queries.json', { type: 'application/json', body: JSON.stringify({ queries, date }) }],
  ]);
  const server = createServer(async (request, response) => {
    const path = request.url === '/' ? '/index.html' : (request.url ?? '');
    const known = answers.get(path);
    if (known !== undefined) {
      response.setHeader('content-type', known.type).end(known.body);
      return;
    }
    const file = await readFile(join(folder, path)).catch(() => null);
    const type = path.endsWith('.js') ? 'text/javascript' : 'text/html';
    if (file === null) response.writeHead(404).end();
    else response.setHeader('content-type', type).end(file);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return server;
}
