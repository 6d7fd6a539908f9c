import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { loadConfig } from './config.ts';

const folder = mkdtempSync(join(tmpdir(), 'config-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = join(folder, 'terminal.yaml');

const good = {
  mode: 'terminal',
  terminal: { id: 'yuanqiao-1', placeCode: '331003107' },
  dataDir: 'data',
  kioskDir: 'kiosk',
  platform: { url: 'https://platform.example', token: 'a-token-of-16-or-more', sealAuthorities: ['seal.pem'] },
  content: { origin: 'https://content.example/', trustedRoot: 'root.json' },
  idCardReader: { transport: 'serial', port: '/dev/ttyUSB0' },
  certificatePrinter: { uri: 'ipp://printer.example/ipp/print' },
};
const load = (config: unknown) => {
  writeFileSync(file, typeof config === 'string' ? config : stringify(config));
  return loadConfig(file);
};

describe('terminal.yaml', () => {
  test('the example is a configuration that a real terminal takes', async () => {
    const example = join(import.meta.dirname, 'terminal.example.yaml');
    expect((await loadConfig(example)).mode).toBe('terminal');
    // The optional devices stand in it as comments: each must be taken when its marks are removed.
    const text = await readFile(example, 'utf8');
    const config = await load(
      text.replace(/^# ?(?=(socialSecurityCard|codeReader|receiptPrinter|scanner):| {2})/gm, ''),
    );
    expect(config.scanner).toEqual({ driver: 'escl', url: 'http://192.168.1.31/eSCL' });
    expect(config.receiptPrinter).toEqual({
      transport: 'tcp',
      host: '192.168.1.30',
      port: 9100,
      paperMm: 80,
      answersStatus: true,
    });
  });
  test('is read with sensible defaults and paths beside the file', async () => {
    const config = await load(good);
    expect(config).toMatchObject({
      port: 7300,
      dataDir: join(folder, 'data'),
      visit: { idleSeconds: 60, warningSeconds: 20 },
    });
  });
  test.each([
    ['a simulated reader', { idCardReader: { transport: 'simulator' } }, 'idCardReader.transport'],
    [
      'a printer peer',
      { certificatePrinter: { uri: 'ipp://p/ipp', peerControlUrl: 'http://localhost:1' } },
      'peerControlUrl',
    ],
    ['a simulated scanner', { scanner: { driver: 'simulator' } }, 'scanner.driver'],
    ['a simulated receipt printer', { receiptPrinter: { transport: 'simulator' } }, 'receiptPrinter.transport'],
    ['a simulated code reader', { codeReader: { transport: 'simulator' } }, 'codeReader.transport'],
    [
      'a simulated social-security card reader',
      { socialSecurityCard: { transport: 'simulator' } },
      'socialSecurityCard.transport',
    ],
    [
      'an open line to the platform',
      { platform: { ...good.platform, url: 'http://platform.example/' } },
      'platform.url',
    ],
    ['a hurried warning', { visit: { idleSeconds: 60, warningSeconds: 5 } }, 'visit.warningSeconds'],
  ])('of a real terminal refuses %s', async (_, change, key) => {
    await expect(load({ ...good, ...change })).rejects.toThrow(key);
    await expect(load({ ...good, ...change, mode: 'demo' })).resolves.toBeTruthy();
  });
  test('takes a folder as content origin when it says where phones find the guides', async () => {
    const content = { ...good.content, origin: 'file:///media/stick' };
    await expect(load({ ...good, content })).rejects.toThrow(/content\.publicUrl/);
    const config = await load({ ...good, content: { ...content, publicUrl: 'https://guides.example/' } });
    expect(config.content).toMatchObject({ origin: 'file:///media/stick', trustedRoot: join(folder, 'root.json') });
  });
  test('refuses two devices at one serial port', async () => {
    const codeReader = { transport: 'serial', port: good.idCardReader.port };
    await expect(load({ ...good, codeReader })).rejects.toThrow(/codeReader\.port/);
    await expect(load({ ...good, codeReader: { ...codeReader, port: '/dev/ttyACM0' } })).resolves.toBeTruthy();
  });
  test('refuses unknown keys and broken YAML with the file’s name', async () => {
    await expect(load({ ...good, idelSeconds: 5 })).rejects.toThrow(/E601.*terminal\.yaml.*idelSeconds/);
    await expect(load('mode: [')).rejects.toThrow(/E601.*terminal\.yaml/);
    await expect(loadConfig(join(folder, 'none.yaml'))).rejects.toThrow(/E601/);
  });
});
