import fc from 'fast-check';
import { expect, test } from 'vitest';
import { capabilitiesDocument, statusDocument } from '../simulator/escl-documents.ts';
import { parseCapabilities, parseStatus } from './answers.ts';
import { feederFault, jobEnd, statusFault } from './escl-faults.ts';
import { chooseSettings } from './settings.ts';
import { parseXml, textOf } from './xml.ts';

const request = { source: 'flatbed', colour: 'colour', dpi: 300 } as const;

test('knows the scanner, its sources and what they offer', () => {
  const capabilities = parseCapabilities(capabilitiesDocument);
  expect(capabilities?.identity).toEqual({
    manufacturer: 'Township',
    model: 'Sample Scanner',
    serialNumber: 'SAMPLE-0001',
    firmware: 'eSCL 2.63',
  });
  expect(Object.keys(capabilities?.sources ?? {})).toEqual(['flatbed', 'feeder']);
  expect(capabilities?.sources.flatbed).toMatchObject({
    maxWidth: 2550,
    maxHeight: 3508,
    resolutions: [75, 150, 200, 300, 600],
    formatExt: true,
  });
});

test('takes another scanner’s prefixes, a range of resolutions and profiles that are referred to', () => {
  const capabilities = parseCapabilities(`<a:ScannerCapabilities xmlns:a="urn:a" xmlns:b="urn:b">
    <b:MakeAndModel>Acme 7</b:MakeAndModel><b:UUID>u-1</b:UUID>
    <a:SettingProfiles><a:SettingProfile name="p"><a:ColorModes><a:ColorMode>Grayscale8</a:ColorMode></a:ColorModes>
      <a:SupportedResolutions><a:ResolutionRange><a:XResolutionRange><a:Min>100</a:Min><a:Max>400</a:Max><a:Step>50</a:Step></a:XResolutionRange></a:ResolutionRange></a:SupportedResolutions>
    </a:SettingProfile></a:SettingProfiles>
    <a:Platen><a:PlatenInputCaps><a:MaxWidth>1200</a:MaxWidth><a:MaxHeight>1800</a:MaxHeight>
      <a:SettingProfiles><a:SettingProfile ref="p"/></a:SettingProfiles></a:PlatenInputCaps></a:Platen>
  </a:ScannerCapabilities>`);
  if (capabilities === null) throw new Error('not read');
  expect(capabilities.identity).toMatchObject({ manufacturer: null, model: 'Acme 7', serialNumber: 'u-1' });
  expect(chooseSettings(capabilities, { ...request, colour: 'grey', dpi: 150 })).toMatchObject({ ok: true, dpi: 150 });
  expect(chooseSettings(capabilities, { ...request, colour: 'grey', dpi: 600 })).toMatchObject({ ok: false });
  expect(chooseSettings(capabilities, request)).toEqual({ ok: false, why: 'no RGB24' });
  expect(chooseSettings(capabilities, { ...request, source: 'feeder' })).toEqual({ ok: false, why: 'no feeder' });
  const settings = chooseSettings(capabilities, { ...request, colour: 'grey' });
  expect(settings.ok && settings.xml).toContain('<pwg:Width>1200</pwg:Width>');
});

test('asks for A4 of a larger glass, in words that are XML', () => {
  const capabilities = parseCapabilities(capabilitiesDocument);
  if (capabilities === null) throw new Error('not read');
  const settings = chooseSettings(capabilities, request);
  if (!settings.ok) throw new Error(settings.why);
  const root = parseXml(settings.xml);
  expect(root?.name).toBe('ScanSettings');
  expect(textOf(root ?? undefined, 'DocumentFormatExt')).toBe('image/jpeg');
  expect(settings.xml).toContain('<pwg:Width>2480</pwg:Width>');
  expect(settings.xml).toContain('<pwg:Height>3508</pwg:Height>');
});

test('names what is wrong with the feeder, and passes over what it does not know', () => {
  const words = {
    ScannerAdfJam: 'scanner-jammed',
    ScannerAdfMultipickDetected: 'scanner-jammed',
    ScannerAdfDoorOpen: 'scanner-cover-open',
    ScannerAdfHatchOpen: 'scanner-cover-open',
    ScannerAdfCoverOpen: 'scanner-cover-open',
    ScannerAdfEmpty: 'scanner-no-paper',
    ScannerAdfLoaded: null,
    ScannerAdfProcessing: null,
    SomethingNew: null,
  };
  for (const [word, fault] of Object.entries(words)) expect(feederFault(word)).toBe(fault);
  expect(statusFault({ state: 'Idle', adfState: 'ScannerAdfEmpty', jobs: [] })).toBeNull();
  expect(statusFault({ state: 'Processing', adfState: null, jobs: [] })).toBe('scanner-busy');
  expect(statusFault({ state: 'Stopped', adfState: null, jobs: [] })).toBe('scanner-failed');
});

test('tells how a job ended, by its path alone', () => {
  const job = { id: '7', path: 'http://other/eSCL/ScanJobs/7/', completed: 1, left: 0, reason: '' };
  const end = (state: string, reason: string, adfState = 'ScannerAdfEmpty') => {
    const status = parseStatus(statusDocument({ state: 'Idle', adfState, jobs: [{ ...job, state, reason }] }));
    return status === null ? null : jobEnd(status, '/eSCL/ScanJobs/7', 'feeder');
  };
  expect(end('Processing', 'JobScanning')).toEqual({ job: 'running' });
  expect(end('Completed', 'JobCompletedSuccessfully')).toEqual({ job: 'ended' });
  expect(end('Aborted', 'ScannerAdfJam')).toEqual({ job: 'failed', fault: 'scanner-jammed' });
  expect(end('Aborted', 'AbortedBySystem', 'ScannerAdfDoorOpen')).toEqual({
    job: 'failed',
    fault: 'scanner-cover-open',
  });
  expect(end('Canceled', 'JobCanceledByUser', 'ScannerAdfLoaded')).toEqual({ job: 'failed', fault: 'scanner-failed' });
});

test('refuses document types, undeclared prefixes, depths and anything that is not XML', () => {
  expect(parseXml('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')).toBeNull();
  expect(parseXml('<p:a/>')).toBeNull();
  expect(parseXml('<a>')).toBeNull();
  expect(parseXml('<a>&unknown;</a>')).toBeNull();
  expect(parseXml('<a></a><b/>')).toBeNull();
  expect(parseXml(`${'<a>'.repeat(500)}${'</a>'.repeat(500)}`)).toBeNull();
  expect(parseXml(`<a>${'<b/>'.repeat(30_000)}</a>`)).toBeNull();
  expect(parseXml('\ufeff<a><![CDATA[x]]> &#x4e2d;&amp;</a>')).toMatchObject({ name: 'a', text: 'x 中&' });
});

test('answers any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 100 }), fc.nat(capabilitiesDocument.length), (noise, at) => {
      const spoilt = capabilitiesDocument.slice(0, at) + noise + capabilitiesDocument.slice(at + 3);
      parseCapabilities(spoilt);
      parseStatus(spoilt);
    }),
  );
});
