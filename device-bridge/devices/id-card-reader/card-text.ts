import {
  addressEntryBytes,
  cardLayouts,
  type FieldPlace,
  kindPlace,
  photoBytes,
  textBlockBytes,
} from './card-fields.ts';
import { isoDate } from './card-number.ts';
import type { IdCard } from './types.ts';

export type CardTextProblem = 'wrong-length' | 'unknown-kind' | 'bad-text' | 'missing' | 'bad-code' | 'bad-date';

/** `field` names the field that is wrong, never what stands in it. */
export type CardTextResult = { ok: true; card: IdCard } | { ok: false; problem: CardTextProblem; field: string };

const space = 0x20;
const kinds = Object.keys(cardLayouts) as IdCard['kind'][];
const sexes = ['0', '1', '2', '9'] as const;
/** GB/T 3304: the 56 nationalities, 97 others, 98 of foreign descent. */
const nationCode = /^(0[1-9]|[1-4]\d|5[0-6]|97|98)$/;

/** Reads a card from its text block (256 bytes UTF-16LE, space padded) and photo (1024 opaque bytes). Never throws. */
export function parseCard(textBlock: Uint8Array, photo: Uint8Array): CardTextResult {
  if (textBlock.length !== textBlockBytes) return { ok: false, problem: 'wrong-length', field: 'textBlock' };
  if (photo.length !== photoBytes) return { ok: false, problem: 'wrong-length', field: 'photo' };
  const text = utf16(textBlock);
  const kind = kindOf(text);
  if (kind === undefined) return { ok: false, problem: kindProblem(text), field: 'kind' };
  const block = createBlock(text);
  const card = { ...cardOf(kind, block), photo };
  return block.failure ?? { ok: true, card };
}

/**
 * The newest of the address entries (70 bytes each, appended in the order they were written), or null when the answer
 * holds none. Undefined when the bytes are no such entries.
 */
export function parseNewestAddress(entries: Uint8Array): string | null | undefined {
  if (entries.length % addressEntryBytes !== 0) return undefined;
  const text = utf16(entries);
  let newest: string | null = null;
  for (let from = 0; from < entries.length; from += addressEntryBytes) {
    const address = visible(at(text, { from, bytes: addressEntryBytes }));
    if (address === null) return undefined;
    if (address !== '') newest = address;
  }
  return newest;
}

type WithoutPhoto<T> = T extends unknown ? Omit<T, 'photo'> : never;
type Failure = Extract<CardTextResult, { ok: false }>;
type Block = ReturnType<typeof createBlock>;

function cardOf(kind: IdCard['kind'], block: Block): WithoutPhoto<IdCard> {
  switch (kind) {
    case 'citizen': {
      const { places } = cardLayouts[kind];
      const nation = block.code('nationCode', places.nationCode, nationCode);
      return { kind, ...holder(block, places), nationCode: nation, ...home(block, places) };
    }
    case 'residence-permit': {
      const { places } = cardLayouts[kind];
      const passNumber = block.optional('passNumber', places.passNumber);
      const issueCount = block.optional('issueCount', places.issueCount);
      return { kind, ...holder(block, places), ...home(block, places), passNumber, issueCount };
    }
    case 'foreigner-2017': {
      const { places } = cardLayouts[kind];
      const englishName = block.needed('englishName', places.englishName);
      return {
        kind,
        ...holder(block, places, englishName),
        englishName,
        nationality: block.code('nationality', places.nationality, /^[A-Z]{3}$/),
        cardVersion: block.optional('cardVersion', places.cardVersion),
        acceptingOffice: block.optional('acceptingOffice', places.acceptingOffice),
      };
    }
    case 'foreigner-2023': {
      const { places } = cardLayouts[kind];
      const englishName = block.needed('englishName', places.englishName, places.englishNameRest);
      return {
        kind,
        ...holder(block, places, englishName),
        englishName,
        nationality: block.code('nationality', places.nationality, /^[A-Z]{3}$/),
        renewalCount: block.optional('renewalCount', places.renewalCount),
      };
    }
  }
}

type HolderPlaces = Record<'name' | 'sex' | 'birthDate' | 'idNumber' | 'validFrom' | 'validTo', FieldPlace>;

/** What every kind has. A foreigner may have no Chinese name: then the English one is the name. */
function holder(block: Block, places: HolderPlaces, englishName?: string) {
  const sex = sexes.find(code => code === block.optional('sex', places.sex));
  if (sex === undefined) block.fail('bad-code', 'sex');
  const name = englishName === undefined ? block.needed('name', places.name) : block.optional('name', places.name);
  return {
    name: name || (englishName ?? ''),
    sex: sex ?? '0',
    birthDate: block.date('birthDate', places.birthDate),
    idNumber: block.needed('idNumber', places.idNumber),
    validFrom: block.date('validFrom', places.validFrom),
    validTo: block.optional('validTo', places.validTo) === '长期' ? null : block.date('validTo', places.validTo),
  };
}

function home(block: Block, places: Record<'address' | 'authority', FieldPlace>) {
  return {
    address: block.needed('address', places.address),
    authority: block.needed('authority', places.authority),
  };
}

/** Reads fields and keeps the first failure, so that a card can be read in one go and judged once. */
function createBlock(text: string) {
  let failure: Failure | null = null;
  function fail(problem: CardTextProblem, field: string): string {
    failure ??= { ok: false, problem, field };
    return '';
  }
  function read(field: string, place: FieldPlace, goesOn?: FieldPlace): string {
    const whole = goesOn === undefined ? at(text, place) : at(text, place) + at(text, goesOn);
    return visible(whole) ?? fail('bad-text', field);
  }
  return {
    fail,
    get failure(): Failure | null {
      return failure;
    },
    optional: (field: string, place: FieldPlace) => read(field, place),
    needed: (field: string, place: FieldPlace, goesOn?: FieldPlace) =>
      read(field, place, goesOn) || fail('missing', field),
    date: (field: string, place: FieldPlace) => isoDate(read(field, place)) ?? fail('bad-date', field),
    code(field: string, place: FieldPlace, form: RegExp): string {
      const code = read(field, place);
      return form.test(code) ? code : fail('bad-code', field);
    },
  };
}

function kindOf(block: string): IdCard['kind'] | undefined {
  const character = at(block, kindPlace);
  return kinds.find(kind => cardLayouts[kind].character === character);
}

/** A kind that no sheet names is a character one can see; what is none was not read right. */
function kindProblem(block: string): CardTextProblem {
  return /^[!-~]$/.test(at(block, kindPlace)) ? 'unknown-kind' : 'bad-text';
}

function utf16(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf16le');
}

function at(block: string, { from, bytes }: FieldPlace): string {
  return block.slice(from / 2, (from + bytes) / 2);
}

/** Without the spaces behind it. Null for half a surrogate pair or a control character: such a block was not read right. */
function visible(text: string): string | null {
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) === space) end -= 1;
  const field = text.slice(0, end);
  return field.isWellFormed() && !/\p{Cc}/u.test(field) ? field : null;
}
