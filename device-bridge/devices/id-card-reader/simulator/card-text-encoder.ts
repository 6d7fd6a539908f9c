import { addressEntryBytes, cardLayouts, type FieldPlace, kindPlace, textBlockBytes } from '../card-fields.ts';
import type { IdCard } from '../types.ts';

/** The 256-byte text block of a card: the inverse of `parseCard`. Throws RangeError when a field does not fit. */
export function encodeCardText(card: IdCard): Uint8Array {
  const { character, places } = cardLayouts[card.kind];
  const block = Buffer.alloc(textBlockBytes, ' ', 'utf16le');
  const values: Record<string, string> = fieldTexts(card);
  for (const [field, place] of Object.entries(places)) write(block, place, values[field] ?? '', field);
  write(block, kindPlace, character, 'kind');
  return new Uint8Array(block);
}

/** Entries of the newest address, oldest first, as the reader sends them. */
export function encodeAddresses(addresses: readonly string[]): Uint8Array {
  const bytes = Buffer.alloc(addresses.length * addressEntryBytes, ' ', 'utf16le');
  addresses.forEach((address, index) => {
    write(bytes, { from: index * addressEntryBytes, bytes: addressEntryBytes }, address, 'address');
  });
  return new Uint8Array(bytes);
}

function fieldTexts(card: IdCard): Record<string, string> {
  const { kind: _, photo: __, ...fields } = card;
  const texts = {
    ...fields,
    birthDate: digits(card.birthDate),
    validFrom: digits(card.validFrom),
    validTo: card.validTo === null ? '长期' : digits(card.validTo),
  };
  if (!('englishName' in card)) return texts;
  // A foreigner without a Chinese name has blanks there; the parser then takes the English one.
  const name = card.name === card.englishName ? '' : card.name;
  if (card.kind === 'foreigner-2017') return { ...texts, name };
  return { ...texts, name, englishName: card.englishName.slice(0, 35), englishNameRest: card.englishName.slice(35) };
}

function digits(iso: string): string {
  return iso.replaceAll('-', '');
}

function write(block: Buffer, place: FieldPlace, text: string, field: string): void {
  const bytes = Buffer.from(text, 'utf16le');
  if (bytes.length > place.bytes) throw new RangeError(`${field} takes ${bytes.length} of ${place.bytes} bytes`);
  bytes.copy(block, place.from);
}
