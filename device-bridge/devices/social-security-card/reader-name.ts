import type { DeviceIdentity } from '../device.ts';

/** pcscd names a USB reader "Vendor Product [Interface] (serial number) 00 00": the last two are its own counters. */
export function identityOf(readerName: string): DeviceIdentity {
  const name = readerName.replace(/ [0-9A-F]{2} [0-9A-F]{2}$/, '');
  const [, model = name] = /^(.*?)(?: \[| \(|$)/.exec(name) ?? [];
  const [, serialNumber = null] = /\(([^()]+)\)/.exec(name) ?? [];
  return { manufacturer: null, model: model.trim(), serialNumber, firmware: null };
}
