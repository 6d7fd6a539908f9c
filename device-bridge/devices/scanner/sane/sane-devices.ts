import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DeviceIdentity } from '../../device.ts';

/** One line of `scanimage -f listFormat`. */
export interface ListedDevice {
  name: string;
  vendor: string;
  model: string;
}

export const listFormat = '%d%t%v%t%m%n'.replaceAll('%t', '\t');

export function parseDeviceList(text: string): ListedDevice[] {
  return text.split('\n').flatMap(line => {
    const [name, vendor, model, ...others] = line.split('\t');
    if (name === undefined || vendor === undefined || model === undefined || others.length > 0) return [];
    return [{ name, vendor: vendor.trim(), model: model.trim() }];
  });
}

const usbName = /^(.+):libusb:(\d{3}):(\d{3})$/;

/**
 * The device that a configured name means now. A USB scanner gets another number each time it is plugged in: then it is
 * the only one of its backend. Null when it is not there, or nobody can tell which.
 */
export function resolveDevice(wanted: string, listed: readonly ListedDevice[]): ListedDevice | null {
  const exact = listed.find(({ name }) => name === wanted);
  if (exact !== undefined) return exact;
  const backend = usbName.exec(wanted)?.[1];
  if (backend === undefined) return null;
  const kin = listed.filter(({ name }) => usbName.exec(name)?.[1] === backend);
  return kin.length === 1 ? (kin[0] ?? null) : null;
}

export function hasUsbName(name: string): boolean {
  return usbName.test(name);
}

/** What the kernel knows of a USB scanner: its own words, with the serial number. Null when it is not on USB. */
export async function usbIdentity(name: string, sysfs = '/sys/bus/usb/devices'): Promise<DeviceIdentity | null> {
  const [, , bus, device] = usbName.exec(name) ?? [];
  if (bus === undefined || device === undefined) return null;
  const folders = await readdir(sysfs).catch(() => []);
  for (const folder of folders) {
    const read = async (file: string): Promise<string | null> => {
      const text = await readFile(join(sysfs, folder, file), 'utf8').catch(() => '');
      return text.trim() || null;
    };
    if (Number(await read('busnum')) !== Number(bus) || Number(await read('devnum')) !== Number(device)) continue;
    const [manufacturer, model, serialNumber, firmware] = await Promise.all(
      ['manufacturer', 'product', 'serial', 'bcdDevice'].map(read),
    );
    return {
      manufacturer: manufacturer ?? null,
      model: model ?? null,
      serialNumber: serialNumber ?? null,
      firmware: firmware ?? null,
    };
  }
  return null;
}
