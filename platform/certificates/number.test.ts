import fc from 'fast-check';
import { expect, test } from 'vitest';
import { certificateNumber, parseCertificateNumber } from './number.ts';

const numbers = fc.tuple(fc.integer({ min: 2026, max: 2099 }), fc.integer({ min: 1, max: 999_999 }));
const digitPlaces = [2, 3, 4, 5, 6, 7, 9, 10, 11, 12, 14, 15, 16, 17, 18, 19, 21];

test('a number names district, year and running number', () => {
  expect(certificateNumber(2026, 42)).toMatch(/^HY331003-2026-000042-\d$/);
});

test('a number is read back as it was written, in small letters and with space around it too', () => {
  fc.assert(
    fc.property(numbers, ([year, running]) => {
      const number = certificateNumber(year, running);
      expect(parseCertificateNumber(` ${number.toLowerCase()} `)).toBe(number);
    }),
  );
});

test('one wrong digit is always noticed', () => {
  fc.assert(
    fc.property(numbers, fc.constantFrom(...digitPlaces), fc.integer({ min: 1, max: 9 }), ([year, running], at, by) => {
      const number = certificateNumber(year, running);
      const wrong = (Number(number[at]) + by) % 10;
      expect(parseCertificateNumber(number.slice(0, at) + wrong + number.slice(at + 1))).toBeNull();
    }),
  );
});

test('two neighbouring digits that changed places are always noticed', () => {
  fc.assert(
    fc.property(numbers, fc.integer({ min: 0, max: digitPlaces.length - 2 }), ([year, running], index) => {
      const characters = [...certificateNumber(year, running)];
      const [left = 0, right = 0] = digitPlaces.slice(index, index + 2);
      fc.pre(characters[left] !== characters[right]);
      [characters[left], characters[right]] = [characters[right] ?? '', characters[left] ?? ''];
      expect(parseCertificateNumber(characters.join(''))).toBeNull();
    }),
  );
});

test('anything else is not a number', () => {
  fc.assert(fc.property(fc.string(), text => parseCertificateNumber(text) === null));
  expect(() => certificateNumber(2026, 1_000_000)).toThrow(RangeError);
});
