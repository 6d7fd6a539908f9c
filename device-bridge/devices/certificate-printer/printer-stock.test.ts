import { describe, expect, test } from 'vitest';
import { printerAttributesSchema } from './ipp-answers.ts';
import { stockOf } from './printer-stock.ts';

const stock = (attributes: Record<string, unknown>, counted: number | null = null) =>
  stockOf(printerAttributesSchema.parse({ 'printer-state': 'idle', ...attributes }), counted);
const tray = (level: number) => ({ 'printer-input-tray': `type=x;mediafeed=29700;mediaxfeed=21000;level=${level};` });

describe('sheets', () => {
  test('are the printer’s number where it gives one, and the terminal’s own count where not', () => {
    expect(stock(tray(120), 40)).toMatchObject({ sheetsLeft: 120, sheetsLeftIsEstimate: false });
    expect(stock(tray(-3), 40)).toMatchObject({ sheetsLeft: 40, sheetsLeftIsEstimate: true });
    expect(stock({}, null)).toMatchObject({ sheetsLeft: null, sheetsLeftIsEstimate: false });
  });
  test('are a warning from 20 on down, told or counted', () => {
    expect(stock(tray(21)).warnings).toEqual([]);
    expect(stock(tray(20)).warnings).toEqual(['printer-paper-low']);
    expect(stock({}, 0).warnings).toEqual(['printer-paper-low']);
  });
});

describe('toner', () => {
  const supply = (more: string) => ({ 'printer-supply': `class=supplyThatIsConsumed;${more}` });
  test('is that which will be empty first, and nobody’s drum or waste box', () => {
    const attributes = {
      'marker-types': ['toner', 'toner-cartridge', 'opc', 'waste-toner'],
      'marker-levels': [70, 45, 3, 2],
    };
    expect(stock(attributes)).toMatchObject({ tonerPercent: 45, warnings: [] });
  });
  test('is read from printer-supply, in percent or in its own unit', () => {
    expect(stock(supply('type=toner;unit=percent;maxcapacity=100;level=35;')).tonerPercent).toBe(35);
    expect(stock(supply('type=tonerCartridge;unit=impressions;maxcapacity=3000;level=600;')).tonerPercent).toBe(20);
  });
  test('is unknown where the printer does not know', () => {
    expect(stock(supply('type=toner;unit=percent;maxcapacity=100;level=-3;')).tonerPercent).toBeNull();
    expect(stock({ 'marker-types': 'toner', 'marker-levels': -1 }).tonerPercent).toBeNull();
  });
  test('is a warning from 10 percent on down', () => {
    expect(stock({ 'marker-types': 'toner', 'marker-levels': 11 }).warnings).toEqual([]);
    expect(stock({ 'marker-types': 'toner', 'marker-levels': 10 }).warnings).toEqual(['printer-toner-low']);
  });
});
