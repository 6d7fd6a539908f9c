import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SerialPort } from 'serialport';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { samplePdf } from '../device-bridge/devices/certificate-printer/sample-pdf.test-support.ts';
import { startPrinterPeer } from '../device-bridge/devices/certificate-printer/simulator/start-printer-peer.test-support.ts';
import { createSamSimulator } from '../device-bridge/devices/id-card-reader/simulator/sam-simulator.ts';
import { sampleCards } from '../device-bridge/devices/id-card-reader/simulator/sample-cards.ts';
import { command, run } from './support/programs.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'commands-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('terminal read-card', () => {
  test('reads a card over a real pty, masked, and whole with --reveal', async () => {
    const near = join(folder, 'reader');
    const far = join(folder, 'peer');
    const socat = spawn('socat', [`pty,raw,echo=0,link=${near}`, `pty,raw,echo=0,link=${far}`], { stdio: 'ignore' });
    try {
      await expect.poll(async () => (await readdir(folder)).length, { timeout: 10_000 }).toBe(2);
      const port = new SerialPort({ path: far, baudRate: 115200 });
      await once(port, 'open');
      const simulator = createSamSimulator();
      simulator.attach(port);
      const card = sampleCards.find(each => each.id === 'wang-xiaoming');
      if (card === undefined) throw new Error('no sample card wang');
      simulator.layCard(card);
      const masked = await command('terminal', 'read-card', '--port', near, '--json');
      expect(masked.stdout).not.toContain('王小明');
      expect(JSON.parse(masked.stdout)).toMatchObject({ kind: 'citizen', name: '王*明' });
      expect(masked.code).toBe(0);
      simulator.liftCard();
      simulator.layCard(card);
      const whole = await command('terminal', 'read-card', '--port', near, '--reveal', '--json');
      expect(JSON.parse(whole.stdout)).toMatchObject({ name: '王小明', idNumber: '331003199005120018' });
      port.close();
      await once(port, 'close');
    } finally {
      socat.kill();
      await once(socat, 'close');
    }
  });
  test('says with a code that there is no reader', async () => {
    const { code, stdout } = await command(
      'terminal',
      'read-card',
      '--port',
      join(folder, 'none'),
      '--timeout',
      '1',
      '--json',
    );
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ code: 'E201', message: expect.any(String), remedy: expect.any(String) });
  });
});

describe('terminal print', () => {
  test('prints a PDF at a real IPP printer and says how it ended', async () => {
    const printer = await startPrinterPeer({ spool: join(folder, 'spool'), program: 'ippeveprinter', sheetMs: 20 });
    try {
      const file = join(folder, 'sheet.pdf');
      await writeFile(file, samplePdf());
      const { code, stdout } = await command('terminal', 'print', file, '--printer', printer.uri, '--json');
      expect(JSON.parse(stdout)).toEqual({ outcome: 'printed', code: null, sheets: 1 });
      expect(code).toBe(0);
      const [printed = ''] = await readdir(join(folder, 'spool/printed'));
      expect(await readFile(join(folder, 'spool/printed', printed))).toEqual(await readFile(file));
      await printer.set({ power: 'off' });
      const gone = await command('terminal', 'print', file, '--printer', printer.uri, '--json');
      expect(JSON.parse(gone.stdout)).toMatchObject({ outcome: 'failed', code: 'E301', sheets: 0 });
      expect(gone.code).toBe(1);
    } finally {
      await printer.stop();
    }
  });
  test('refuses what is not a PDF', async () => {
    const file = join(folder, 'words.txt');
    await writeFile(file, 'words');
    const notPdf = await command('terminal', 'print', file, '--printer', 'ipp://localhost:9/ipp/print', '--json');
    expect(notPdf.code).toBe(1);
    expect(JSON.parse(notPdf.stdout)).toMatchObject({ outcome: 'failed', code: 'E611' });
  });
});

describe('every program', () => {
  test('explains itself with --help and refuses what it does not know with exit code 2', async () => {
    for (const name of ['content', 'terminal', 'platform'] as const) {
      expect((await command(name, '--help')).stdout).toContain('Usage:');
      expect((await command(name, 'no-such-command')).code).toBe(2);
    }
    expect((await command('terminal', 'read-card', '--json')).code).toBe(2);
    expect((await run(process.execPath, ['scripts/start.ts', '--help'])).stdout).toContain('--town');
    expect((await run(process.execPath, ['scripts/start.ts', '--town', '12'])).code).toBe(2);
  });
});
