import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkCharacter } from '../../../content/common/id-number.ts';
import { idNumberProblem, isoDate, namesBirthDate } from './card-number.ts';
import { cardFault } from './card-validity.ts';
import { sampleCards, sampleCitizens } from './simulator/sample-cards.ts';
import type { IdCard } from './types.ts';

const today = '2026-11-23';

describe('a number', () => {
  test('of each kind passes', () => {
    for (const { idNumber } of Object.values(sampleCitizens))
      expect(idNumberProblem('citizen', idNumber, today)).toBeNull();
    expect(idNumberProblem('residence-permit', '810000199304160014', today)).toBeNull();
    expect(idNumberProblem('residence-permit', withCheck('82000019930416001'), today)).toBeNull();
    expect(idNumberProblem('residence-permit', withCheck('83000019930416001'), today)).toBeNull();
    expect(idNumberProblem('foreigner-2023', '933999198807210024', today)).toBeNull();
    expect(idNumberProblem('foreigner-2017', 'UTO330088072124', today)).toBeNull();
  });

  test('of one kind does not pass as another', () => {
    expect(idNumberProblem('citizen', '810000199304160014', today)).toBe('form');
    expect(idNumberProblem('residence-permit', '331003199005120018', today)).toBe('form');
    expect(idNumberProblem('foreigner-2023', '331003199005120018', today)).toBe('form');
    expect(idNumberProblem('foreigner-2017', '933999198807210024', today)).toBe('form');
  });

  test('of another shape is refused', () => {
    for (const number of ['', '33100319900512001', '33100319480308002x', '3310031990051200188', '33100319900512OO18']) {
      expect(idNumberProblem('citizen', number, today), number).toBe('form');
    }
  });

  test('with an impossible birth date is refused', () => {
    expect(idNumberProblem('citizen', withCheck('33100319900230001'), today)).toBe('birth-date');
    expect(idNumberProblem('citizen', withCheck('33100320261124001'), today)).toBe('birth-date');
    expect(idNumberProblem('citizen', withCheck('33100318790101001'), today)).toBe('birth-date');
    expect(idNumberProblem('foreigner-2017', 'UTO330088073224', today)).toBe('birth-date');
    expect(idNumberProblem('foreigner-2017', 'UTO330000022924', today)).toBeNull();
  });

  test('with one digit wrong, or two neighbours swapped, is refused', () => {
    fc.assert(
      fc.property(fc.nat(999), fc.nat(16), fc.integer({ min: 1, max: 9 }), (sequence, at, shift) => {
        const number = withCheck(`33100319900512${String(sequence).padStart(3, '0')}`);
        const digits = [...number];
        digits[at] = String((Number(digits[at]) + shift) % 10);
        expect(idNumberProblem('citizen', digits.join(''), today)).not.toBeNull();
        const [a = '', b = ''] = [number[at], number[at + 1]];
        const swapped = number.slice(0, at) + b + a + number.slice(at + 2);
        if (a !== b) expect(idNumberProblem('citizen', swapped, today)).not.toBeNull();
      }),
      { seed: 331003, numRuns: 500 },
    );
  });

  test('names the birth date of its card', () => {
    expect(namesBirthDate('citizen', '331003199005120018', '1990-05-12')).toBe(true);
    expect(namesBirthDate('citizen', '331003199005120018', '1990-05-13')).toBe(false);
    expect(namesBirthDate('foreigner-2017', 'UTO330088072124', '1988-07-21')).toBe(true);
  });

  test('has a birth date that exists', () => {
    expect(isoDate('20240229')).toBe('2024-02-29');
    for (const digits of ['20230229', '20241301', '2024', '        ', '２０２４０１０１'])
      expect(isoDate(digits)).toBeNull();
  });
});

describe('a card', () => {
  test('of the samples is judged as its note says', () => {
    const faults = Object.fromEntries(sampleCards.map(({ id, card }) => [id, cardFault(card, today)]));
    expect(faults).toEqual({
      'wang-xiaoming': null,
      'chen-apo': null,
      'zheng-jining': null,
      'lu-fugen': null,
      expired: 'card-expired',
      'wrong-number': 'card-number-invalid',
      'residence-permit': null,
      'foreigner-2023': null,
      'foreigner-2017': null,
      unreadable: null,
      'bus-card': null,
    });
  });

  test('is valid through its last day', () => {
    const card = wang();
    expect(cardFault({ ...card, validTo: today }, today)).toBeNull();
    expect(cardFault({ ...card, validTo: '2026-11-22' }, today)).toBe('card-expired');
    expect(cardFault({ ...card, validTo: null }, '2999-01-01')).toBeNull();
  });

  test('whose birth date is not the number’s is refused', () => {
    expect(cardFault({ ...wang(), birthDate: '1990-05-13' }, today)).toBe('card-number-invalid');
  });
});

function withCheck(first17Digits: string): string {
  return first17Digits + checkCharacter(first17Digits);
}

function wang(): IdCard {
  const card = sampleCards.find(sample => sample.id === 'wang-xiaoming')?.card;
  if (card === undefined) throw new Error('the sample card is gone');
  return card;
}
