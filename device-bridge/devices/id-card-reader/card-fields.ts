import type { IdCard } from './types.ts';

/** Place of a field in the text block: first byte and length in bytes, two bytes a character (UTF-16LE). */
export interface FieldPlace {
  from: number;
  bytes: number;
}

export const textBlockBytes = 256;
export const photoBytes = 1024;
/** The character here names the kind of card. */
export const kindPlace: FieldPlace = { from: 248, bytes: 2 };
/** One entry of the newest address. */
export const addressEntryBytes = 70;

const commonHead = {
  name: { from: 0, bytes: 30 },
  sex: { from: 30, bytes: 2 },
  birthDate: { from: 36, bytes: 16 },
  idNumber: { from: 122, bytes: 36 },
};
const dates = { validFrom: { from: 188, bytes: 16 }, validTo: { from: 204, bytes: 16 } };
const home = { address: { from: 52, bytes: addressEntryBytes }, authority: { from: 158, bytes: 30 } };

/** The text block by kind of card, as printed in the readers' vendor sheets. Everything not named is reserved. */
export const cardLayouts = {
  citizen: { character: ' ', places: { ...commonHead, ...dates, ...home, nationCode: { from: 32, bytes: 4 } } },
  'residence-permit': {
    character: 'J',
    places: {
      ...commonHead,
      ...dates,
      ...home,
      passNumber: { from: 220, bytes: 18 },
      issueCount: { from: 238, bytes: 4 },
    },
  },
  'foreigner-2017': {
    character: 'I',
    places: {
      ...dates,
      englishName: { from: 0, bytes: 120 },
      sex: { from: 120, bytes: 2 },
      idNumber: { from: 122, bytes: 30 },
      nationality: { from: 152, bytes: 6 },
      name: { from: 158, bytes: 30 },
      birthDate: { from: 220, bytes: 16 },
      cardVersion: { from: 236, bytes: 4 },
      acceptingOffice: { from: 240, bytes: 8 },
    },
  },
  'foreigner-2023': {
    character: 'Y',
    places: {
      ...commonHead,
      ...dates,
      renewalCount: { from: 32, bytes: 4 },
      /** Characters 1-35; the name goes on in `englishNameRest` without a space of its own. */
      englishName: { from: 52, bytes: 70 },
      englishNameRest: { from: 220, bytes: 22 },
      nationality: { from: 242, bytes: 6 },
    },
  },
} as const satisfies Record<IdCard['kind'], { character: string; places: Record<string, FieldPlace> }>;
