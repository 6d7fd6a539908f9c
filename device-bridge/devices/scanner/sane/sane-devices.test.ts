import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseDeviceList, resolveDevice, usbIdentity } from './sane-devices.ts';

const listed = parseDeviceList(
  'genesys:libusb:001:009\tCanon\tLiDE 400\nescl:http://192.168.1.5:80\tHP\tOfficeJet \nno device line\n',
);

test('reads the list', () => {
  expect(listed).toEqual([
    { name: 'genesys:libusb:001:009', vendor: 'Canon', model: 'LiDE 400' },
    { name: 'escl:http://192.168.1.5:80', vendor: 'HP', model: 'OfficeJet' },
  ]);
});

test('finds a USB scanner under the number it got when it was plugged in again', () => {
  expect(resolveDevice('genesys:libusb:001:004', listed)?.name).toBe('genesys:libusb:001:009');
  expect(resolveDevice('genesys:libusb:001:009', listed)?.name).toBe('genesys:libusb:001:009');
});

test('guesses nothing: another backend, two of a kind, or a name that is no number of USB', () => {
  expect(resolveDevice('pixma:libusb:001:004', listed)).toBeNull();
  expect(resolveDevice('escl:http://192.168.1.6:80', listed)).toBeNull();
  const two = [...listed, { name: 'genesys:libusb:001:010', vendor: 'Canon', model: 'LiDE 400' }];
  expect(resolveDevice('genesys:libusb:001:004', two)).toBeNull();
});

test('takes the serial number of a USB scanner from the kernel', async () => {
  const sysfs = await mkdtemp(join(tmpdir(), 'sysfs-'));
  const files = {
    busnum: '1',
    devnum: '9',
    manufacturer: 'Canon',
    product: 'LiDE 400',
    serial: 'KLA12',
    bcdDevice: '0201',
  };
  await mkdir(join(sysfs, '1-2'));
  for (const [name, text] of Object.entries(files)) await writeFile(join(sysfs, '1-2', name), `${text}\n`);
  const identity = { manufacturer: 'Canon', model: 'LiDE 400', serialNumber: 'KLA12', firmware: '0201' };
  expect(await usbIdentity('genesys:libusb:001:009', sysfs)).toEqual(identity);
  expect(await usbIdentity('genesys:libusb:001:008', sysfs)).toBeNull();
  expect(await usbIdentity('test:0', sysfs)).toBeNull();
  await rm(sysfs, { recursive: true });
});
