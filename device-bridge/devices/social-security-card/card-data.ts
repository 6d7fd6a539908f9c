import type { FaultName } from '../../../content/common/faults.ts';
import { isIdNumber } from '../../../content/common/id-number.ts';
import { decodeDay, decodeDigits, decodeText } from './record-tlv.ts';
import type { SocialSecurityCard } from './types.ts';

/** What the card can be read without a PIN: EF05 about the card, EF06 about its holder. */
export const cardFile = 0xef05;
export const holderFile = 0xef06;

/** An item's tag, and the number of its record for cards that only know numbers. */
export interface Item {
  tag: number;
  number: number;
}

export const cardItems = {
  /** 16 bytes that begin with the six packed digits of the issuing region. */
  cardIdentifier: { tag: 0x01, number: 1 },
  issuedOn: { tag: 0x05, number: 5 },
  validTo: { tag: 0x06, number: 6 },
  cardNumber: { tag: 0x07, number: 7 },
} as const satisfies Record<string, Item>;

export const holderItems = {
  idNumber: { tag: 0x08, number: 1 },
  name: { tag: 0x09, number: 2 },
  /** From version 2 on: what a name of more than 15 characters goes on with. */
  nameMore: { tag: 0x4e, number: 3 },
} as const satisfies Record<string, Item>;

export type ItemValues = Record<keyof typeof cardItems | keyof typeof holderItems, Uint8Array | null>;

export type PublicData =
  | { read: true; card: Omit<SocialSecurityCard, 'atr'> }
  /** `again`: worth another try after a reset; the card may have been dirty or slow. */
  | { read: false; fault: FaultName; again: boolean };

export const unreadable: PublicData = { read: false, fault: 'social-security-card-unreadable', again: true };
export const unusable: PublicData = { read: false, fault: 'social-security-card-unusable', again: false };
export const unknown: PublicData = { read: false, fault: 'social-security-card-unknown', again: false };

/** Total: values that are missing or make no sense are a card that could not be read, never a person who does not exist. */
export function judge(values: ItemValues): PublicData {
  const none = new Uint8Array();
  const name = decodeText(joinName(values.name ?? none, values.nameMore ?? none));
  const idNumber = decodeText(values.idNumber ?? none)?.toUpperCase() ?? '';
  // From version 3 on the item may be longer than the nine characters of the card number.
  const cardNumber = decodeText((values.cardNumber ?? none).subarray(0, 9));
  // Only three bytes: the identifier goes on with the letters of a registered name (D156000005).
  const issuerCode = decodeDigits((values.cardIdentifier ?? none).subarray(0, 3)) ?? '';
  if (!name || !cardNumber || issuerCode.length !== 6) return unreadable;
  // Before they had ID numbers, foreigners got numbers that begin with their country's letters.
  if (/^[A-Z]{3}/.test(idNumber)) return unusable;
  if (!isIdNumber(idNumber)) return unreadable;
  const day = (value: Uint8Array | null) => (value === null ? null : decodeDay(value));
  const dates = { issuedOn: day(values.issuedOn), validTo: day(values.validTo) };
  return { read: true, card: { idNumber, name, cardNumber, issuerCode, ...dates } };
}

/** A name may be torn in the middle of a character where its second part begins. */
function joinName(name: Uint8Array, more: Uint8Array): Uint8Array {
  const begins = more[0];
  return begins === undefined || begins === 0x00 || begins === 0xff ? name : Buffer.concat([name, more]);
}
