import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { answers } from '../../scripts/demo/child.ts';
import { freePorts } from '../support/free-ports.ts';
import { expect, test } from './kiosk.ts';

test('content missing at first boot: the screen says so, and shows the guides when they come', async ({
  house,
  browser,
}) => {
  const folder = await mkdtemp(join(tmpdir(), 'first-boot-'));
  const { bridge, origin } = await freePorts(['bridge', 'origin']);
  const config = parse(await readFile(house.terminalConfigFile, 'utf8'));
  const keys = join(house.folder, 'keys');
  const file = join(folder, 'terminal.yaml');
  await writeFile(
    file,
    stringify({
      ...config,
      port: bridge,
      dataDir: join(folder, 'data'),
      platform: { ...config.platform, sealAuthorities: [join(keys, 'seal-authority.pem')] },
      content: {
        origin: `http://127.0.0.1:${origin}/`,
        trustedRoot: join(keys, 'content/root.json'),
        pollSeconds: 0.5,
      },
      logLevel: 'silent',
    }),
  );
  const child = spawn(process.execPath, ['device-bridge/main.ts', '--config', file], { stdio: 'inherit' });
  try {
    const url = `http://localhost:${bridge}/`;
    await expect.poll(() => answers(url)).toBe(true);
    const page = await (
      await browser.newContext({ viewport: { width: 1080, height: 1920 }, hasTouch: true })
    ).newPage();
    await page.goto(url);
    await expect(page.getByText('指南还没有装好')).toBeVisible();
    await expect(page.getByText(/12345/).first()).toBeVisible();

    const { createServer } = await import('node:http');
    const server = createServer(async (request, response) => {
      const body = await readFile(join(house.contentOriginDir, request.url ?? '')).catch(() => null);
      response.writeHead(body === null ? 404 : 200).end(body);
    }).listen(origin, '127.0.0.1');
    await expect(page.getByText('点一下屏幕，开始')).toBeVisible();
    server.closeAllConnections();
    server.close();
    await page.context().close();
  } finally {
    child.kill('SIGTERM');
    await once(child, 'close');
    await rm(folder, { recursive: true });
  }
});
