import { expect, test } from 'vitest';
import { type DeviceStatuses, servicesNow, troubleOf } from './services.ts';

const well: DeviceStatuses = {
  idCardReader: { state: 'ready' },
  certificatePrinter: { state: 'ready' },
  socialSecurityCard: null,
  codeReader: { state: 'ready' },
  receiptPrinter: { state: 'ready' },
  scanner: { state: 'ready' },
};

test('everything works when every device does', () => {
  const here = { available: true };
  expect(servicesNow(well, true)).toEqual({ certificates: here, receipts: here, scanning: here, codes: here });
});

test.each([
  ['idCardReader', 'reader-absent', 'certificates'],
  ['certificatePrinter', 'printer-out-of-paper', 'certificates'],
  ['receiptPrinter', 'receipt-printer-out-of-paper', 'receipts'],
  ['scanner', 'scanner-jammed', 'scanning'],
  ['codeReader', 'code-reader-absent', 'codes'],
] as const)('without the %s (%s) only what needs it is not to be had, and says why', (device, name, service) => {
  const services = servicesNow({ ...well, [device]: { state: 'absent', fault: name } }, true);
  for (const [each, view] of Object.entries(services))
    expect(view).toMatchObject(each === service ? { available: false, fault: { name } } : { available: true });
});

test('without the platform there are no certificates, and everything else goes on', () => {
  const services = servicesNow(well, false);
  expect(services.certificates).toMatchObject({ available: false, fault: { name: 'platform-unreachable' } });
  expect(services.scanning).toEqual({ available: true });
});

test('a terminal that is not fitted with a scanner does not speak of scanning', () => {
  expect(servicesNow({ ...well, scanner: null }, true).scanning).toBeNull();
});

test('a card that cannot be read is not the reader’s trouble', () => {
  expect(troubleOf({ state: 'unreadable', fault: 'card-unreadable' })).toBeNull();
  expect(troubleOf({ state: 'faulted', fault: 'reader-silent' })).toBe('reader-silent');
});
