import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { holderFile, type PublicData } from './card-data.ts';
import { publicData } from './public-data.ts';
import { type Chip, createChip } from './simulator/chip.ts';
import { type ChipCard, sampleSocialSecurityCards } from './simulator/sample-social-security-cards.ts';

function sample(id: string): ChipCard {
  const card = sampleSocialSecurityCards.find(card => card.id === id);
  if (card === undefined) throw new Error(`no sample ${id}`);
  return card;
}

/** The whole dialogue with something that answers. */
function talk(answer: (command: Uint8Array) => Uint8Array): { result: PublicData; commands: string[] } {
  const dialogue = publicData();
  const commands: string[] = [];
  let next = dialogue.next();
  while (next.done !== true) {
    commands.push(Buffer.from(next.value).toString('hex'));
    next = dialogue.next(answer(next.value));
  }
  return { result: next.value, commands };
}
const talkTo = (chip: Chip) => talk(command => chip.answer(command));

const wang = {
  ...{ idNumber: '331003199005120018', name: '王小明', cardNumber: 'T00000018', issuerCode: '331000' },
  ...{ issuedOn: '2019-03-01', validTo: '2029-03-01' },
};

describe('the public data of a social-security card', () => {
  test.each(['T=0', 'T=1'] as const)('are read with the manners of %s', protocol => {
    const chip = createChip(sample('wang-xiaoming'));
    chip.faults.protocol = protocol;
    const { result, commands } = talkTo(chip);
    expect(result).toEqual({ read: true, card: wang });
    expect(commands[0]).toBe('00a404000f7378312e73682ec9e7bbe1b1a3d5cf');
    expect(commands.some(command => command.startsWith('00c0'))).toBe(protocol === 'T=0');
  });

  test('are read from a card that knows records by number only', () => {
    const chip = createChip(sample('wang-xiaoming'));
    chip.faults.numbersOnly = true;
    expect(talkTo(chip).result).toEqual({ read: true, card: wang });
  });

  test('join the two parts of a long name', () => {
    const { result } = talkTo(createChip(sample('long-name')));
    expect(result).toMatchObject({ read: true, card: { name: '阿卜杜热合曼·买买提吐尔逊江·努尔买买提' } });
  });

  test.each([
    ['bank-card', 'social-security-card-unknown'],
    ['foreign-number', 'social-security-card-unusable'],
  ])('are not made up for %s', (id, fault) => {
    expect(talkTo(createChip(sample(id))).result).toEqual({ read: false, fault, again: false });
  });

  test('are not asked for with a PIN', () => {
    const chip = createChip(sample('wang-xiaoming'));
    chip.faults.locked = new Set([holderFile]);
    const { result, commands } = talkTo(chip);
    expect(result).toEqual({ read: false, fault: 'social-security-card-unusable', again: false });
    expect(commands.some(command => command.startsWith('0020'))).toBe(false);
  });

  test.each([
    ['a wrong check digit', '331003199005120018', '331003199005120019'],
    ['a letter', '331003199005120018', '33100319900512O018'],
  ])('with %s in the number are a card that could not be read', (_, right, wrong) => {
    const chip = createChip(sample('wang-xiaoming'));
    const { result } = talk(command => replaced(chip.answer(command), right, wrong));
    expect(result).toEqual({ read: false, fault: 'social-security-card-unreadable', again: true });
  });

  test('end in an outcome whatever the card answers, and never in a person who is not on it', () => {
    const answers = fc.infiniteStream(
      fc.oneof(
        fc.uint8Array({ maxLength: 24 }),
        fc
          .constantFrom([0x90, 0x00], [0x61, 0x10], [0x6c, 0x02], [0x6a, 0x82], [])
          .map(bytes => Uint8Array.from(bytes)),
      ),
    );
    fc.assert(
      fc.property(answers, stream => {
        let asked = 0;
        const { result } = talk(() => {
          asked += 1;
          return stream.next().value ?? new Uint8Array();
        });
        expect(result.read).toBe(false);
        expect(asked).toBeLessThan(300);
      }),
      { numRuns: 10_000 },
    );
  });

  test('with bytes turned on the way are read right or not at all', () => {
    fc.assert(
      fc.property(fc.nat(20), fc.nat(40), fc.integer({ min: 1, max: 255 }), (which, at, turn) => {
        const chip = createChip(sample('wang-xiaoming'));
        let count = -1;
        const { result } = talk(command => {
          const bytes = Uint8Array.from(chip.answer(command));
          count += 1;
          if (count === which && at < bytes.length) bytes[at] = (bytes[at] ?? 0) ^ turn;
          return bytes;
        });
        // The number is checked; a name or a date cannot be.
        if (result.read) expect(result.card.idNumber).toBe(wang.idNumber);
      }),
      { numRuns: 5000 },
    );
  });
});

function replaced(bytes: Uint8Array, right: string, wrong: string): Uint8Array {
  return Buffer.from(Buffer.from(bytes).toString('latin1').replace(right, wrong), 'latin1');
}
