import { describe, expect, test } from 'vitest';
import { type PrinterAttributes, printerAttributesSchema } from './ipp-answers.ts';
import { severityOf } from './reason-severity.ts';
import { statusOf } from './state-reasons.ts';

function printer(attributes: Record<string, unknown>): PrinterAttributes {
  return printerAttributesSchema.parse({ 'printer-state': 'idle', 'printer-state-reasons': 'none', ...attributes });
}
const tray = (level: number, more = 'mediafeed=29700;mediaxfeed=21000;') =>
  `type=sheetFeedAutoRemovableTray;${more}maxcapacity=250;level=${level};status=0;name=main;`;
/** As ippeveprinter 2.4 describes its four trays. */
const ippeveTrays = (level: number) => [
  'type=sheetFeedAutoRemovableTray;mediafeed=0;mediaxfeed=0;maxcapacity=-2;level=-2;status=0;name=auto',
  tray(level),
  'type=sheetFeedManual;mediafeed=0;mediaxfeed=0;maxcapacity=1;level=-2;status=0;name=manual',
  'type=sheetFeedAutoNonRemovableTray;mediafeed=29700;mediaxfeed=21000;maxcapacity=25;level=-2;status=0;name=by-pass-tray;',
];

describe('severityOf', () => {
  test.each([
    ['media-jam', 'media-jam', 'error'],
    ['media-jam-error', 'media-jam', 'error'],
    ['media-jam-warning', 'media-jam', 'warning'],
    ['media-jam-report', 'media-jam', 'report'],
    ['marker-waste-almost-full-warnin', 'marker-waste-almost-full', 'warning'],
    ['marker-supply-missing-w', 'marker-supply-missing', 'warning'],
    ['stopped-partly', 'stopped', null],
    ['media-empty', 'media-jam', null],
    ['marker-waste-almost-full', 'marker-waste-full', null],
  ])('%s is %s with severity %s', (reason, keyword, severity) => {
    expect(severityOf(reason, keyword)).toBe(severity);
  });
});

describe('a healthy printer', () => {
  test('is ready and tells its sheets', () => {
    const status = statusOf(printer({ 'printer-input-tray': ippeveTrays(250) }));
    expect(status).toMatchObject({ state: 'ready', busy: false, sheetsLeft: 250, warnings: [] });
  });
  test('is busy while it prints', () => {
    expect(statusOf(printer({ 'printer-state': 'processing' }))).toMatchObject({ state: 'ready', busy: true });
  });
  test('does not tell sheets when no tray knows', () => {
    expect(statusOf(printer({ 'printer-input-tray': tray(-3) }))).toMatchObject({ sheetsLeft: null });
    expect(statusOf(printer({}))).toMatchObject({ sheetsLeft: null });
  });
  test('does not count trays of other paper, nor trays that count in percent', () => {
    const trays = [tray(100, 'mediafeed=42000;mediaxfeed=29700;'), tray(40, 'unit=percent;'), tray(7)];
    expect(statusOf(printer({ 'printer-input-tray': trays }))).toMatchObject({ sheetsLeft: 7 });
  });
  test('counts A4 fed by its short edge as well', () => {
    const status = statusOf(printer({ 'printer-input-tray': tray(9, 'mediafeed=21000;mediaxfeed=29700;') }));
    expect(status).toMatchObject({ sheetsLeft: 9 });
  });
  test('stays ready when toner or paper is only low, whatever severity it gives', () => {
    const reasons = ['toner-low-warning', 'media-low', 'marker-waste-almost-full-warnin'];
    expect(statusOf(printer({ 'printer-state-reasons': reasons }))).toMatchObject({
      ...{ state: 'ready', warnings: ['printer-toner-low', 'printer-paper-low'] },
    });
  });
});

describe('a printer that needs someone', () => {
  test.each([
    ['media-jam-report', 'printer-jammed'],
    ['cover-open-warning', 'printer-cover-open'],
    ['door-open', 'printer-cover-open'],
    ['interlock-open-error', 'printer-cover-open'],
    ['media-needed-warning', 'printer-out-of-paper'],
    ['media-empty-report', 'printer-out-of-paper'],
    ['input-tray-missing', 'printer-out-of-paper'],
    ['toner-empty-report', 'printer-supplies-empty'],
    ['marker-supply-empty', 'printer-supplies-empty'],
    ['marker-waste-full-warning', 'printer-supplies-empty'],
    ['marker-waste-toner-receptacle-full-error', 'printer-supplies-empty'],
    ['marker-toner-cartridge-missing-warning', 'printer-supplies-empty'],
    ['media-path-jam-error', 'printer-jammed'],
    ['input-media-tray-feed-error', 'printer-jammed'],
    ['input-manual-input-request-report', 'printer-out-of-paper'],
    ['output-area-full', 'printer-stopped'],
    ['input-pick-roller-failure-error', 'printer-stopped'],
    ['paused', 'printer-stopped'],
  ])('%s means %s', (reason, fault) => {
    expect(statusOf(printer({ 'printer-state-reasons': reason }))).toMatchObject({ state: 'attention', fault });
  });
  test('names the jam first, then the cover, then the paper', () => {
    const all = ['media-empty', 'toner-empty', 'cover-open', 'media-jam', 'paused'];
    expect(statusOf(printer({ 'printer-state-reasons': all }))).toMatchObject({ fault: 'printer-jammed' });
    expect(statusOf(printer({ 'printer-state-reasons': all.filter(r => r !== 'media-jam') }))).toMatchObject({
      fault: 'printer-cover-open',
    });
    expect(statusOf(printer({ 'printer-state-reasons': ['toner-empty', 'media-empty'] }))).toMatchObject({
      fault: 'printer-out-of-paper',
    });
  });
  test('is out of paper as ippeveprinter says it while idle', () => {
    const status = statusOf(
      printer({ 'printer-state-reasons': 'media-empty-report', 'printer-input-tray': ippeveTrays(0) }),
    );
    expect(status).toMatchObject({ fault: 'printer-out-of-paper', sheetsLeft: 0, warnings: [] });
  });
  test('is out of paper when every tray is at zero though no reason says so', () => {
    expect(statusOf(printer({ 'printer-input-tray': tray(0) }))).toMatchObject({ fault: 'printer-out-of-paper' });
  });
  test('is not out of paper when one tray is empty and another is not', () => {
    const trays = { 'printer-input-tray': [tray(0), tray(120)] };
    expect(statusOf(printer({ 'printer-state-reasons': 'media-empty-warning', ...trays })).state).toBe('ready');
    expect(
      statusOf(printer({ 'printer-state': 'stopped', 'printer-state-reasons': 'media-empty-warning', ...trays })),
    ).toMatchObject({ fault: 'printer-out-of-paper' });
  });
  test('is out of paper when A4 lies in none of the trays it tells of', () => {
    expect(statusOf(printer({ 'media-ready': ['na_letter_8.5x11in'] }))).toMatchObject({
      fault: 'printer-out-of-paper',
    });
    expect(statusOf(printer({ 'media-ready': ['na_letter_8.5x11in', 'iso_a4_210x297mm'] })).state).toBe('ready');
  });
  test('is unsuitable before anything else, and held up by its queue only when it is well itself', () => {
    const unsuitable = { suitable: false, countedSheetsLeft: null, queueStopped: true };
    expect(statusOf(printer({ 'printer-state-reasons': 'media-jam' }), unsuitable)).toMatchObject({
      fault: 'printer-unsuitable',
    });
    const stopped = { suitable: true, countedSheetsLeft: null, queueStopped: true };
    expect(statusOf(printer({ 'printer-state-reasons': 'media-jam' }), stopped)).toMatchObject({
      fault: 'printer-jammed',
    });
    expect(statusOf(printer({}), stopped)).toMatchObject({ state: 'attention', fault: 'printer-queue-stopped' });
  });
  test('does not mind a finisher, unless the printer stops for it', () => {
    for (const reason of ['stapler-jam-error', 'puncher-cover-open', 'stacker-full-warning', 'bander-missing']) {
      expect(statusOf(printer({ 'printer-state-reasons': reason })).state).toBe('ready');
      const stopped = { 'printer-state': 'stopped', 'printer-state-reasons': reason };
      expect(statusOf(printer(stopped))).toMatchObject({ fault: 'printer-stopped' });
    }
  });
  test('has stopped when it names no reason', () => {
    expect(statusOf(printer({ 'printer-state': 'stopped' }))).toMatchObject({ fault: 'printer-stopped' });
    expect(statusOf(printer({ 'printer-is-accepting-jobs': false }))).toMatchObject({ fault: 'printer-stopped' });
  });
  test('has run out of toner when it stops without a reason and a marker stands at zero', () => {
    const byMarker = { 'marker-types': ['toner', 'waste-toner'], 'marker-levels': [0, 20] };
    const bySupply = { 'printer-supply': 'class=receptacleThatIsFilled;type=wasteToner;unit=percent;level=100;' };
    for (const supplies of [byMarker, bySupply]) {
      expect(statusOf(printer({ 'printer-state': 'stopped', ...supplies }))).toMatchObject({
        fault: 'printer-supplies-empty',
      });
      expect(statusOf(printer(supplies)).state).toBe('ready');
    }
  });
});
