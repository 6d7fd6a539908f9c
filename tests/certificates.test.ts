import { readFile, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Readiness } from '../device-bridge/api/types.ts';
import { checkSeal } from '../device-bridge/certificates/seal-check.ts';
import { loadConfig } from '../device-bridge/config.ts';
import { startBridge } from '../device-bridge/start.ts';
import { type Citizen, citizenAt } from './support/citizen.ts';
import { type House, openHouse } from './support/house.ts';
import { command, readQrCode, run } from './support/programs.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
}, 120_000);
afterAll(() => house.close());
beforeEach(async () => {
  await house.resetHardware();
  await house.until('services', state => state.services.certificates.available);
});

async function toPreview(kioskUrl: string, insert: () => Promise<unknown>): Promise<Citizen> {
  const citizen = await citizenAt(kioskUrl);
  await citizen.give({ type: 'certificates/start', wanted: 'social-insurance-enrolment' });
  await insert();
  await citizen.reaches('preview');
  return citizen;
}

const insertWang = () => house.dock({ type: 'card/insert', cardId: 'wang-xiaoming' });

/** What the platform's verification page says of the sheet on the screen now. */
async function verificationAddress(citizen: Citizen): Promise<string> {
  const { document } = await citizen.reaches('preview');
  const picture = join(house.folder, 'preview.png');
  const png = await (await fetch(new URL(document.previewPath, house.kioskUrl))).arrayBuffer();
  await writeFile(picture, Buffer.from(png));
  return readQrCode(picture);
}

const verdict = async (address: string): Promise<string> => (await fetch(address)).text();

/** Prints in the bridge's ledger that the platform does not know the end of; read beside it. */
function unsettledPrints(): number {
  const database = new DatabaseSync(join(house.folder, 'terminal/print-ledger.sqlite'), { readOnly: true });
  const row = database.prepare('SELECT count(*) AS open FROM prints WHERE settled = 0').get();
  database.close();
  return Number(row?.open);
}

describe('a certificate', () => {
  test('that is printing is not disturbed by a second start of the same terminal', async () => {
    const citizen = await toPreview(house.kioskUrl, insertWang);
    const address = await verificationAddress(citizen);
    await house.dock({ type: 'printer/set', tray: 'empty' });
    await citizen.give({ type: 'certificates/print' });
    await house.until('held', ({ visit }) => JSON.stringify(visit).includes('"stage":"held"'));
    const second = await run(process.execPath, ['device-bridge/main.ts', '--config', house.terminalConfigFile]);
    expect(second.code).toBe(1);
    expect(JSON.parse(second.stderr)).toMatchObject({ code: 'E612' });
    await house.dock({ type: 'printer/set', tray: 'full' });
    await citizen.reaches('printed');
    expect(await verdict(address)).toContain('有效');
    await citizen.give({ type: 'visit/end' });
  });

  test('that a crash cut off while printing is void afterwards, and its paper does not come out later', async () => {
    const citizen = await toPreview(house.kioskUrl, insertWang);
    const address = await verificationAddress(citizen);
    const before = (await house.printed()).length;
    await house.dock({ type: 'printer/set', tray: 'empty' });
    await citizen.give({ type: 'certificates/print' });
    await house.until('held', ({ visit }) => JSON.stringify(visit).includes('"stage":"held"'));
    expect(await verdict(address)).toContain('有效');

    process.kill(house.bridge.pid, 'SIGKILL');
    await expect.poll(() => verdict(address), { timeout: 30_000 }).toContain('作废');
    await house.bridge.ready();
    await house.dock({ type: 'printer/set', tray: 'full' });
    await house.until(
      'printer ready',
      ({ devices }) => devices.certificatePrinter.state === 'ready' && !devices.certificatePrinter.busy,
    );
    expect((await house.printed()).length).toBe(before);
    expect((await house.state()).visit.phase).toBe('idle');
  });

  test('that is printed while the platform is away stays in force and is told to it later', async () => {
    const citizen = await toPreview(house.kioskUrl, insertWang);
    const address = await verificationAddress(citizen);
    await house.dock({ type: 'printer/set', tray: 'empty' });
    await citizen.give({ type: 'certificates/print' });
    await house.until('held', ({ visit }) => JSON.stringify(visit).includes('"stage":"held"'));
    await house.platform.stop('SIGKILL');
    await house.dock({ type: 'printer/set', tray: 'full' });
    await citizen.reaches('printed');
    expect(unsettledPrints()).toBe(1);
    house.platform.start();
    await house.platform.ready();
    await expect.poll(() => unsettledPrints(), { timeout: 40_000 }).toBe(0);
    expect(await verdict(address)).toContain('有效');
    await citizen.give({ type: 'visit/end' });
  });

  test('carries a seal that the bridge’s own check and pdfsig both find whole', async () => {
    const before = new Set(await house.printed());
    const citizen = await toPreview(house.kioskUrl, insertWang);
    await citizen.give({ type: 'certificates/print' });
    await citizen.reaches('printed');
    await citizen.give({ type: 'visit/end' });
    const [file = ''] = (await house.printed()).filter(each => !before.has(each));
    expect((await run('pdfsig', ['-nocert', file])).stdout).toContain('Signature is Valid');
    const authority = await readFile(join(house.folder, 'keys/seal-authority.pem'), 'utf8');
    expect(await checkSeal(await readFile(file), [authority], new Date())).toMatchObject({ ok: true });
  });
});

describe('a certificate changed on its way', () => {
  let tamperer: Server;
  afterEach(() => {
    tamperer.closeAllConnections();
    tamperer.close();
  });

  test('is neither shown nor printed, and the platform voids it', async () => {
    const voided: string[] = [];
    tamperer = createServer(async (request, response) => {
      // A line of events has no end that could be waited for.
      if (request.url?.startsWith('/api/content/')) {
        response.writeHead(404).end();
        return;
      }
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk);
      if (request.url?.endsWith('/void')) voided.push(Buffer.concat(chunks).toString());
      const answer = await fetch(new URL(request.url ?? '/', house.platformUrl), {
        method: request.method ?? 'GET',
        headers: { authorization: request.headers.authorization ?? '', 'content-type': 'application/json' },
        ...(request.method === 'POST' ? { body: Buffer.concat(chunks) } : {}),
      });
      const body = JSON.parse(await answer.text());
      if (typeof body.pdfBase64 === 'string') {
        const pdf = Buffer.from(body.pdfBase64, 'base64');
        const at = pdf.indexOf('stream') + 20;
        pdf.writeUInt8((pdf.readUInt8(at) + 1) % 256, at);
        body.pdfBase64 = pdf.toString('base64');
      }
      response.writeHead(answer.status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    });
    await new Promise<void>(resolve => tamperer.listen(0, '127.0.0.1', resolve));
    const { port } = tamperer.address() as AddressInfo;

    const config = await loadConfig(house.terminalConfigFile);
    const bridge = await startBridge({
      ...config,
      port: 0,
      dataDir: join(house.folder, 'second-terminal'),
      platform: { ...config.platform, url: `http://127.0.0.1:${port}/` },
      logLevel: 'silent',
    });
    try {
      const citizen = await citizenAt(bridge.url);
      await citizen.give({ type: 'certificates/start', wanted: 'social-insurance-enrolment' });
      await fetch(new URL('/api/dock', bridge.url), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ type: 'card/insert', cardId: 'wang-xiaoming' }),
      });
      const { problem } = await citizen.reaches('choosing');
      expect(problem?.name).toBe('certificate-changed');
      await expect.poll(() => voided).toEqual([JSON.stringify({ reason: 'seal-refused' })]);
    } finally {
      await bridge.close();
    }
  });
});

describe('beside a terminal that runs', () => {
  test('the doctor asks it, and tells what was wrong before', async () => {
    const doctor = async (...args: string[]) => {
      const { code, stdout } = await command('terminal', 'doctor', ...args, '--json');
      const readiness: Readiness = JSON.parse(stdout);
      return { code, reader: readiness.devices.find(({ device }) => device === 'idCardReader') };
    };
    await house.dock({ type: 'reader/plug', plugged: false });
    await house.until('no reader', state => !state.services.certificates.available);
    const away = await doctor('--config', house.terminalConfigFile);
    expect(away).toMatchObject({ code: 1, reader: { works: false, fault: { code: 'E201' } } });
    await house.dock({ type: 'reader/plug', plugged: true });
    await house.until('a reader', state => state.services.certificates.available);
    const back = await doctor('--port', new URL(house.kioskUrl).port);
    expect(back).toMatchObject({ code: 0, reader: { works: true, lastFault: { fault: { code: 'E201' } } } });
  });

  test('a code held before the window takes nothing away from whoever uses their card', async () => {
    const show = () => house.dock({ type: 'code/show', text: `${house.platformUrl}/v/${'A'.repeat(22)}` });
    const scanned = async () => {
      const { visit } = await house.state();
      return visit.phase === 'idle' ? null : visit.scanned;
    };
    const citizen = await toPreview(house.kioskUrl, insertWang);
    await show();
    await house.dock({ type: 'card/remove' });
    expect(await scanned()).toBeNull();
    await citizen.reaches('preview');
    await citizen.give({ type: 'visit/end' });
    await house.until('nobody', ({ visit }) => visit.phase === 'idle');
    expect(await scanned()).toBeNull();
  });
});
