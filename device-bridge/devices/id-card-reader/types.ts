import type { FaultName } from '../../../content/common/faults.ts';
import type { Device } from '../device.ts';

/** What the four kinds of card have in common. Dates are ISO (2026-11-23); `validTo` null means 长期. */
interface CardCommon {
  name: string;
  /** GB/T 2261.1: 0 unknown, 1 male, 2 female, 9 not stated. */
  sex: '0' | '1' | '2' | '9';
  birthDate: string;
  idNumber: string;
  validFrom: string;
  validTo: string | null;
  /** WLT photo, 1024 bytes, opaque: only closed decoders exist. */
  photo: Uint8Array;
}

export interface CitizenCard extends CardCommon {
  kind: 'citizen';
  /** GB/T 3304 code: 01-56, 97, 98. */
  nationCode: string;
  address: string;
  authority: string;
}

export interface ResidencePermit extends CardCommon {
  kind: 'residence-permit';
  address: string;
  authority: string;
  passNumber: string;
  issueCount: string;
}

export interface ForeignerCard2017 extends CardCommon {
  kind: 'foreigner-2017';
  englishName: string;
  /** ISO 3166 alpha-3. */
  nationality: string;
  cardVersion: string;
  acceptingOffice: string;
}

export interface ForeignerCard2023 extends CardCommon {
  kind: 'foreigner-2023';
  englishName: string;
  nationality: string;
  renewalCount: string;
}

export type IdCard = CitizenCard | ResidencePermit | ForeignerCard2017 | ForeignerCard2023;

/** Absent (no line), faulted (a line, but no healthy reader) and ready are different states. */
export type IdCardReaderStatus =
  | { state: 'absent'; fault: FaultName }
  | { state: 'faulted'; fault: FaultName }
  | { state: 'ready' }
  | { state: 'reading' }
  /**
   * A card that was read, or that nobody asked for, lies on the reader. A reader by the sheet does not find a card again
   * that it has read: then this ends with the next search, whether or not the card was lifted.
   */
  | { state: 'card-present' }
  /** A card lies there that could not be read, or is of another kind than an ID card: it must be lifted. */
  | { state: 'unreadable'; fault: FaultName };

export type CardReadOutcome =
  /** portrait: the photo as JPEG or PNG; null without a decoder, or when it could not be decoded. */
  | { outcome: 'read'; card: IdCard; portrait: Uint8Array | null }
  /** A card lay there but could not be read; it must be lifted and put back. */
  | { outcome: 'unreadable'; fault: FaultName }
  | { outcome: 'cancelled' };

/** Never throws for what a reader, a card or a cable can do: that is in the status and the outcome. */
export interface IdCardReader extends Device<IdCardReaderStatus> {
  /**
   * Waits for a card and reads it. While the reader is absent or faulted it goes on waiting (the driver reopens the
   * line by itself), so a blip never ends a visit. Ends early only when `signal` aborts.
   */
  readCard(signal: AbortSignal): Promise<CardReadOutcome>;
  /**
   * Nobody is there any more: look whether a card that was read lies on the reader still. Within some seconds the status
   * says `card-present` if so, and goes on saying it until the card is lifted. Nothing of the card is read.
   */
  lookForLeftCard(): void;
}
