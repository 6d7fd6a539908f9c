import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CardTextProblem, type CardTextResult, parseCard, parseNewestAddress } from './card-text.ts';
import { encodeAddresses, encodeCardText } from './simulator/card-text-encoder.ts';
import { sampleCards } from './simulator/sample-cards.ts';
import type { CitizenCard, ForeignerCard2017, IdCard } from './types.ts';

const photo = new Uint8Array(1024).fill(7);
const runs = { seed: 331003, numRuns: 300 };

/** Writes text at a byte of a blank block, by the offsets of the vendor sheet and not by our own table. */
function block(...parts: [at: number, text: string][]): Uint8Array {
  const bytes = Buffer.alloc(256, ' ', 'utf16le');
  for (const [at, text] of parts) bytes.write(text, at, 'utf16le');
  return Uint8Array.from(bytes);
}

const citizenParts: [number, string][] = [
  [0, '郑𠮷宁'],
  [30, '2'],
  [32, '01'],
  [36, '19851123'],
  [52, '浙江省台州市黄岩区宁溪镇'],
  [122, '331003198511230047'],
  [158, '台州市公安局黄岩分局'],
  [188, '20210910'],
  [204, '20410910'],
];

describe('a text block', () => {
  test('of a citizen is read at the places of the vendor sheet', () => {
    expect(parseCard(block(...citizenParts), photo)).toEqual({
      ok: true,
      card: {
        kind: 'citizen',
        name: '郑𠮷宁',
        sex: '2',
        nationCode: '01',
        birthDate: '1985-11-23',
        address: '浙江省台州市黄岩区宁溪镇',
        idNumber: '331003198511230047',
        authority: '台州市公安局黄岩分局',
        validFrom: '2021-09-10',
        validTo: '2041-09-10',
        photo,
      },
    });
  });

  test('of a residence permit has pass number and issue count', () => {
    const parts: [number, string][] = [...citizenParts, [32, '  '], [220, 'H00000001'], [238, '02'], [248, 'J']];
    expect(parseCard(block(...parts), photo)).toMatchObject({
      ok: true,
      card: { kind: 'residence-permit', passNumber: 'H00000001', issueCount: '02', name: '郑𠮷宁' },
    });
  });

  test('of a foreigner of 2017 may have no Chinese name', () => {
    const parts: [number, string][] = [
      [0, 'SPECIMEN, ANNA'],
      [120, '2'],
      [122, 'UTO330088072124'],
      [152, 'UTO'],
      [188, '20170601'],
      [204, '20270601'],
      [220, '19880721'],
      [236, '01'],
      [240, '1500'],
      [248, 'I'],
    ];
    expect(parseCard(block(...parts), photo)).toEqual({
      ok: true,
      card: {
        kind: 'foreigner-2017',
        name: 'SPECIMEN, ANNA',
        englishName: 'SPECIMEN, ANNA',
        sex: '2',
        birthDate: '1988-07-21',
        idNumber: 'UTO330088072124',
        nationality: 'UTO',
        validFrom: '2017-06-01',
        validTo: '2027-06-01',
        cardVersion: '01',
        acceptingOffice: '1500',
        photo,
      },
    });
  });

  test('of a foreigner of 2023 joins the two parts of the English name', () => {
    const parts: [number, string][] = [
      [0, '安娜'],
      [30, '2'],
      [32, '00'],
      [36, '19880721'],
      [52, 'ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGH '],
      [122, '933999198807210024'],
      [188, '20240120'],
      [204, '20440120'],
      [220, 'SAMPLE'],
      [242, 'UTO'],
      [248, 'Y'],
    ];
    expect(parseCard(block(...parts), photo)).toMatchObject({
      ok: true,
      card: {
        kind: 'foreigner-2023',
        name: '安娜',
        englishName: 'ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGH SAMPLE',
        nationality: 'UTO',
        renewalCount: '00',
      },
    });
  });

  test('without an end of validity says so', () => {
    const result = parseCard(block(...citizenParts, [204, '长期      ']), photo);
    expect(result).toMatchObject({ ok: true, card: { validTo: null } });
  });

  test.each<[string, [number, string], CardTextProblem, string]>([
    ['an unknown kind', [248, 'Z'], 'unknown-kind', 'kind'],
    ['a kind that is no character', [248, '\ud842'], 'bad-text', 'kind'],
    ['no name', [0, ' '.repeat(15)], 'missing', 'name'],
    ['half a surrogate pair', [0, '\ud842'], 'bad-text', 'name'],
    ['a control character', [52, '\u0000'], 'bad-text', 'address'],
    ['an unknown sex', [30, '3'], 'bad-code', 'sex'],
    ['an unknown nation', [32, '57'], 'bad-code', 'nationCode'],
    ['a day that does not exist', [36, '19850229'], 'bad-date', 'birthDate'],
    ['an end of validity that is no date', [204, '永久      '], 'bad-date', 'validTo'],
    ['no number', [122, ' '.repeat(18)], 'missing', 'idNumber'],
  ])('with %s is refused', (_, part, problem, field) => {
    expect(parseCard(block(...citizenParts, part), photo)).toEqual({ ok: false, problem, field });
  });

  test('of another length is refused', () => {
    expect(parseCard(new Uint8Array(255), photo)).toMatchObject({ ok: false, problem: 'wrong-length' });
    expect(parseCard(block(...citizenParts), new Uint8Array(3))).toMatchObject({ ok: false, problem: 'wrong-length' });
  });

  test('never makes the parser throw', () => {
    const kinds = fc.constantFrom(' ', 'J', 'I', 'Y');
    const bytes = fc.uint8Array({ minLength: 256, maxLength: 256 });
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 300 }), bytes), kinds, (noise, kind) => {
        const text = Uint8Array.from(noise);
        if (text.length === 256) text.set(Buffer.from(kind, 'utf16le'), 248);
        expect(typeof parseCard(text, photo).ok).toBe('boolean');
      }),
      runs,
    );
  });

  test('holds every sample card', () => {
    for (const { card, textBlock } of sampleCards) {
      expect(parseCard(textBlock, card.photo), card.kind).toEqual({ ok: true, card });
    }
  });

  test('gives back any card it was made of', () => {
    fc.assert(
      fc.property(anyCard(), card => {
        // Without the photo: comparing 300 of them byte by byte takes seconds.
        expect(fieldsOf(parseCard(encodeCardText(card), card.photo))).toEqual(fieldsOf({ ok: true, card }));
      }),
      runs,
    );
  });

  test('is not made of fields that do not fit', () => {
    const [{ card } = { card: null }] = sampleCards;
    expect(() => encodeCardText({ ...(card as CitizenCard), name: '长'.repeat(16) })).toThrow(RangeError);
  });
});

describe('the newest address', () => {
  test('is the last entry that is not blank', () => {
    expect(parseNewestAddress(encodeAddresses(['甲', '乙', '']))).toBe('乙');
    expect(parseNewestAddress(encodeAddresses(['']))).toBeNull();
    expect(parseNewestAddress(new Uint8Array())).toBeNull();
    expect(parseNewestAddress(new Uint8Array(69))).toBeUndefined();
    expect(parseNewestAddress(new Uint8Array(70))).toBeUndefined();
  });
});

function fieldsOf(result: CardTextResult): unknown {
  if (!result.ok) return result;
  const { photo: _, ...fields } = result.card;
  return Object.entries(fields).sort(([a], [b]) => a.localeCompare(b));
}

/** Text of visible characters, four-byte ones among them, that fits a field. */
function textOf(units: number, minLength = 1): fc.Arbitrary<string> {
  const character = fc.constantFrom('王', '𠮷', '龘', '明', 'A', '·', '，', ' ', '7');
  return fc
    .array(character, { minLength, maxLength: Math.floor(units / 2) })
    .map(characters => characters.join('').replace(/ +$/, '') || (minLength > 0 ? '王' : ''));
}

function anyCard(): fc.Arbitrary<IdCard> {
  const date = fc
    .date({ min: new Date('1900-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
    .map(day => day.toISOString().slice(0, 10));
  const common = {
    name: textOf(15),
    sex: fc.constantFrom('0', '1', '2', '9'),
    birthDate: date,
    validFrom: date,
    validTo: fc.option(date),
    photo: fc.constant(photo),
    idNumber: fc.stringMatching(/^\d{17}[\dX]$/),
  };
  const home = { address: textOf(35), authority: textOf(15) };
  const latin = (max: number) => fc.stringMatching(new RegExp(`^[A-Z][A-Z ,]{0,${max - 2}}[A-Z]$`));
  const foreigner = { ...common, englishName: latin(46), nationality: fc.stringMatching(/^[A-Z]{3}$/) };
  const cards = [
    { kind: fc.constant('citizen'), ...common, ...home, nationCode: fc.constantFrom('01', '09', '56', '97', '98') },
    {
      kind: fc.constant('residence-permit'),
      ...common,
      ...home,
      passNumber: textOf(9, 0),
      issueCount: fc.stringMatching(/^\d{2}$/),
    },
    {
      kind: fc.constant('foreigner-2017'),
      ...foreigner,
      idNumber: fc.stringMatching(/^[A-Z]{3}\d{12}$/),
      cardVersion: fc.stringMatching(/^\d{2}$/),
      acceptingOffice: fc.stringMatching(/^\d{4}$/),
    },
    { kind: fc.constant('foreigner-2023'), ...foreigner, renewalCount: fc.stringMatching(/^\d{2}$/) },
  ];
  return fc.oneof(...cards.map(card => fc.record(card as never) as fc.Arbitrary<IdCard>)).map(withoutChineseName);
}

/** One foreigner in three has only an English name. */
function withoutChineseName(card: IdCard): IdCard {
  if (!('englishName' in card) || card.englishName.length % 3 !== 0) return card;
  return { ...card, name: card.englishName } satisfies IdCard | ForeignerCard2017;
}
