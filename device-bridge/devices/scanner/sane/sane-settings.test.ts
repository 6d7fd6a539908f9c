import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ScanRequest } from '../types.ts';
import { parseOptions } from './sane-options.ts';
import { chooseSettings, chooseSource, readSensors } from './sane-settings.ts';

const colour300: ScanRequest = { source: 'flatbed', colour: 'colour', dpi: 300 };

/** As scanimage -A prints an office scanner with a feeder. */
const office = `
All options specific to device \`fujitsu:fi-7160:123':
  Scan Mode:
    --source ADF Front|ADF Back|ADF Duplex [ADF Front]
        Selects the scan source (such as a document-feeder).
    --mode Lineart|Halftone|Gray|Color [Lineart]
    --resolution 50..600dpi (in steps of 1) [600]
  Geometry:
    -l 0..221.121mm (in steps of 0.0211639) [0]
    -t 0..876.695mm (in steps of 0.0211639) [0]
    -x 0..221.121mm (in steps of 0.0211639) [215.872]
    -y 0..876.695mm (in steps of 0.0211639) [279.364]
  Sensors and Buttons:
    --page-loaded[=(yes|no)] [yes] [hardware]
    --cover-open[=(yes|no)] [no] [hardware]
`;

/** As it prints a small flatbed whose names hold brackets. */
const small = `
  Mode:
    --mode Black & White|Gray[Error Diffusion]|True Gray|24bit Color[Fast] [24bit Color[Fast]]
    --resolution 75|150|300|600dpi [75]
    --source FlatBed|Automatic Document Feeder(left aligned) [FlatBed]
    --depth 1|8|16 [16]
  Geometry:
    -l 0..148mm (in steps of 0.1) [0]
    -t 0..200mm (in steps of 0.1) [0]
    -x 0..148mm (in steps of 0.1) [148]
    -y 0..200mm (in steps of 0.1) [200]
`;

test('reads lists, ranges, values and what cannot be set', () => {
  const options = parseOptions(office);
  expect(options.get('source')).toMatchObject({ choices: ['ADF Front', 'ADF Back', 'ADF Duplex'], value: 'ADF Front' });
  expect(options.get('resolution')).toMatchObject({ range: { min: 50, max: 600 }, unit: 'dpi', value: '600' });
  expect(options.get('x')).toMatchObject({ range: { min: 0, max: 221.121 }, unit: 'mm' });
  expect(options.get('page-loaded')).toMatchObject({ value: 'yes', settable: false });
  expect(parseOptions(small).get('mode')).toMatchObject({ value: '24bit Color[Fast]' });
  expect(parseOptions(small).get('resolution')).toMatchObject({ choices: ['75', '150', '300', '600'], unit: 'dpi' });
});

test('answers any text', () => {
  const piece = fc.constantFrom('    --', '    -x', ' [', ']', '|', '..', 'mm', '1', 'a', '[=(yes|no)]', '\n', ' ');
  fc.assert(fc.property(fc.array(piece, { maxLength: 40 }), pieces => parseOptions(pieces.join('')).size >= 0));
});

test('finds glass and feeder by whatever name, never the back of a sheet', () => {
  expect(chooseSource(parseOptions(office), 'feeder')).toEqual({ ok: true, name: 'ADF Front' });
  expect(chooseSource(parseOptions(office), 'flatbed')).toMatchObject({ ok: false });
  expect(chooseSource(parseOptions(small), 'flatbed')).toEqual({ ok: true, name: 'FlatBed' });
  expect(chooseSource(parseOptions(small), 'feeder')).toMatchObject({
    name: 'Automatic Document Feeder(left aligned)',
  });
  expect(chooseSource(new Map(), 'flatbed')).toEqual({ ok: true, name: null });
  expect(chooseSource(new Map(), 'feeder')).toMatchObject({ ok: false });
});

test('scans A4 when the glass is larger, else the whole of it', () => {
  const large = chooseSettings(parseOptions(office), colour300, 'ADF Front');
  expect(large).toEqual({
    ok: true,
    dpi: 300,
    args: '--source=ADF Front,--mode=Color,--resolution=300,-l,0,-x,210,-t,0,-y,297'.split(','),
  });
  const whole = chooseSettings(parseOptions(small), { ...colour300, dpi: 200, colour: 'grey' }, 'FlatBed');
  expect(whole).toEqual({
    ok: true,
    dpi: 300,
    args: '--source=FlatBed,--mode=True Gray,--depth=8,--resolution=300,-l,0,-x,148,-t,0,-y,200'.split(','),
  });
});

test('refuses what the scanner cannot do', () => {
  const grey = parseOptions('    --mode Gray [Gray]\n    --resolution 150dpi [150]\n');
  expect(chooseSettings(grey, colour300, null)).toEqual({ ok: false, why: 'no colour among Gray' });
  expect(chooseSettings(grey, { ...colour300, colour: 'grey' }, null)).toEqual({ ok: false, why: 'no 300 dpi: 150' });
  expect(chooseSettings(new Map(), colour300, null)).toMatchObject({ ok: false });
});

test('reads the sensors where there are some', () => {
  expect(readSensors(parseOptions(office))).toEqual({ feederLoaded: true, coverOpen: false });
  expect(readSensors(parseOptions(small))).toEqual({ feederLoaded: null, coverOpen: false });
});
