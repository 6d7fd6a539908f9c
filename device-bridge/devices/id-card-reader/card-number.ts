import { isIdNumber } from '../../../content/common/id-number.ts';
import type { IdCard } from './types.ts';

export type IdNumberProblem = 'form' | 'birth-date' | 'check-digit';

const oldestBirthYear = 1880;

/**
 * First digits and length by kind. Residence permits of Hong Kong, Macao and Taiwan start 81, 82 or 83, foreigners'
 * permits of 2023 start 9; the number of a foreigner's permit of 2017 is no GB 11643 number at all.
 */
const forms: Record<IdCard['kind'], RegExp> = {
  citizen: /^[1-7]\d{16}[\dX]$/,
  'residence-permit': /^8[123]\d{15}[\dX]$/,
  'foreigner-2023': /^9\d{16}[\dX]$/,
  'foreigner-2017': /^[A-Z]{3}\d{12}$/,
};

/**
 * What is wrong with a number, or null. `today` and the answer's birth date are ISO dates. The permit of 2017 holds
 * two digits of the birth year and a check digit whose rule is not published: only form and a possible date are checked.
 */
export function idNumberProblem(kind: IdCard['kind'], number: string, today: string): IdNumberProblem | null {
  if (!forms[kind].test(number)) return 'form';
  if (kind === 'foreigner-2017') {
    const possible = ['19', '20'].some(century => isBirthDate(century + number.slice(7, 13), today));
    return possible ? null : 'birth-date';
  }
  if (!isBirthDate(number.slice(6, 14), today)) return 'birth-date';
  return isIdNumber(number) ? null : 'check-digit';
}

/** Whether the number names the same birth date as the card (ISO), as far as the number tells. */
export function namesBirthDate(kind: IdCard['kind'], number: string, birthDate: string): boolean {
  const digits = birthDate.replaceAll('-', '');
  return kind === 'foreigner-2017' ? number.slice(7, 13) === digits.slice(2) : number.slice(6, 14) === digits;
}

const daysOfMonths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Eight digits, year first, to an ISO date; null when there is no such day. */
export function isoDate(digits: string): string | null {
  if (!/^\d{8}$/.test(digits)) return null;
  const [year, month, day] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)];
  const leapDay = month === '02' && isLeapYear(Number(year)) ? 1 : 0;
  const days = (daysOfMonths[Number(month) - 1] ?? 0) + leapDay;
  return Number(day) >= 1 && Number(day) <= days ? `${year}-${month}-${day}` : null;
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function isBirthDate(digits: string, today: string): boolean {
  const date = isoDate(digits);
  return date !== null && Number(digits.slice(0, 4)) >= oldestBirthYear && date <= today;
}
