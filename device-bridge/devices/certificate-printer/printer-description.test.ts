import { describe, expect, test } from 'vitest';
import { ticketOperation, ticketTemplate } from './job-ticket.ts';
import { isA4Name, printerDescriptionSchema } from './printer-description.ts';

const describePrinter = (attributes: Record<string, unknown>) => printerDescriptionSchema.parse(attributes);
/** As ippeveprinter 2.4 with -2 describes itself. */
const ippeveprinter = {
  'printer-make-and-model': 'Example Printer',
  'printer-device-id': 'MFG:Example;MDL:Printer;CMD:PDF;',
  'printer-uuid': 'urn:uuid:f76f2e4c-8425-3ed6-5591-ce916657f670',
  'media-supported': ['na_letter_8.5x11in', 'iso_a4_210x297mm'],
  'sides-supported': ['one-sided', 'two-sided-long-edge', 'two-sided-short-edge'],
  'color-supported': false,
  'copies-supported': [1, 999],
  'document-format-supported': ['application/octet-stream', 'application/pdf'],
};

describe('who a printer is', () => {
  test('has its UUID where there is no serial number', () => {
    expect(describePrinter(ippeveprinter).identity).toEqual({
      manufacturer: 'Example',
      model: 'Example Printer',
      serialNumber: 'urn:uuid:f76f2e4c-8425-3ed6-5591-ce916657f670',
      firmware: null,
    });
  });
  test('has the serial number of the printer before that of its device id', () => {
    const withSerial = { ...ippeveprinter, 'printer-device-id': 'MANUFACTURER:HP;MODEL:LJ;SN:CN123;' };
    expect(describePrinter(withSerial).identity).toMatchObject({ manufacturer: 'HP', serialNumber: 'CN123' });
    expect(describePrinter({ ...withSerial, 'printer-serial-number': 'S-9' }).identity.serialNumber).toBe('S-9');
  });
  test('has all its firmware in one line, and takes off the language of a text', () => {
    const versions = { 'printer-firmware-string-version': ['1.2', '3.4'], 'printer-make-and-model': 'zh\u001e样机' };
    expect(describePrinter(versions).identity).toMatchObject({ firmware: '1.2, 3.4', model: '样机' });
  });
  test('is nobody when it says nothing, and that is no failure', () => {
    expect(describePrinter({}).identity).toEqual({
      manufacturer: null,
      model: null,
      serialNumber: null,
      firmware: null,
    });
  });
});

describe('what a printer can do', () => {
  test('is A4, PDF, both sides and copies', () => {
    expect(describePrinter(ippeveprinter).capabilities).toEqual({
      ...{ a4: true, pdf: true, twoSided: true, colour: false, copiesMax: 999 },
      accepts: { media: true, oneSided: true, twoSided: true },
    });
  });
  test('is not A4 where only other sizes are named, and may be where none is', () => {
    expect(describePrinter({ 'media-supported': 'na_letter_8.5x11in' }).capabilities.a4).toBe(false);
    expect(describePrinter({}).capabilities.a4).toBe(true);
  });
  test('is colour by either attribute', () => {
    expect(describePrinter({ 'print-color-mode-supported': ['auto', 'color'] }).capabilities.colour).toBe(true);
  });
  test.each(['iso_a4_210x297mm', 'iso-a4', 'iso_a4_210x297mm.Borderless', 'A4'])('%s is A4', name => {
    expect(isA4Name(name)).toBe(true);
  });
  test.each(['iso_a3_297x420mm', 'na_letter_8.5x11in', 'jpn_ka4u_1x1mm', 'iso_ra4_215x305mm'])('%s is not', name => {
    expect(isA4Name(name)).toBe(false);
  });
});

describe('a ticket', () => {
  const ticket = { documentName: '证明', copies: 2, sides: 'two-sided' } as const;
  test('asks only for what the printer heeds', () => {
    const { capabilities } = describePrinter(ippeveprinter);
    expect(ticketTemplate(ticket, capabilities)).toEqual({
      ...{ copies: 2, media: 'iso_a4_210x297mm', sides: 'two-sided-long-edge' },
    });
    const simplex = describePrinter({ ...ippeveprinter, 'sides-supported': 'one-sided' }).capabilities;
    expect(ticketTemplate(ticket, simplex)).toMatchObject({ sides: 'one-sided' });
    expect(ticketTemplate({ ...ticket, copies: 1 }, describePrinter({}).capabilities)).toEqual({});
  });
  test('bears a Chinese name of whole characters in 255 octets', () => {
    const name = String(ticketOperation({ ...ticket, documentName: '证'.repeat(100) })['job-name']);
    expect(name).toBe('证'.repeat(85));
  });
});
