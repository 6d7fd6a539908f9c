import { addressEntryBytes, photoBytes, textBlockBytes } from './card-fields.ts';
import { encodeFrame } from './sam-frames.ts';

/**
 * Commands of the SAM protocol of resident ID-card readers: a request's payload is `CMD PARA`, an answer's
 * `SW1 SW2 SW3 data`. Source: the modules' vendor sheets.
 */
export const samCommands = {
  'reset-sam': [0x10, 0xff],
  'sam-status': [0x11, 0xff],
  'sam-id': [0x12, 0xff],
  'find-card': [0x20, 0x01],
  'select-card': [0x20, 0x02],
  'read-base': [0x30, 0x01],
  'read-base-fingerprint': [0x30, 0x10],
  'newest-address': [0x30, 0x03],
} as const satisfies Record<string, readonly [command: number, parameter: number]>;

export type SamCommand = keyof typeof samCommands;

export interface SamAnswer {
  sw1: number;
  sw2: number;
  sw3: number;
  data: Uint8Array;
}

export function encodeRequest(command: SamCommand): Uint8Array {
  return encodeFrame(Uint8Array.from(samCommands[command]));
}

/** The command a request's payload names, or null. */
export function commandOf(payload: Uint8Array): SamCommand | null {
  const commands = Object.keys(samCommands) as SamCommand[];
  const same = (command: SamCommand) => samCommands[command].every((byte, index) => payload[index] === byte);
  return payload.length === 2 ? (commands.find(same) ?? null) : null;
}

export function encodeAnswer({ sw1, sw2, sw3, data }: SamAnswer): Uint8Array {
  return encodeFrame(Uint8Array.from([sw1, sw2, sw3, ...data]));
}

/** Null for a payload too short to be an answer. Its data is a part of the payload, not a copy. */
export function parseAnswer(payload: Uint8Array): SamAnswer | null {
  const [sw1, sw2, sw3] = payload;
  if (sw1 === undefined || sw2 === undefined || sw3 === undefined) return null;
  return { sw1, sw2, sw3, data: payload.subarray(3) };
}

/**
 * Whether an answer can belong to a command. Answers do not say what they answer, and one that comes after its
 * time-out must not be taken for the next one's: a good answer of another length is somebody else's.
 */
export function fitsCommand(command: SamCommand, { sw3, data }: SamAnswer): boolean {
  if (sw3 === 0x9f) return command === 'find-card' && data.length === 4;
  if (sw3 !== 0x90) return data.length === 0;
  switch (command) {
    case 'reset-sam':
    case 'sam-status':
      return data.length === 0;
    case 'sam-id':
      return data.length === 16;
    case 'find-card':
      return false;
    case 'select-card':
      return data.length === 8;
    case 'read-base':
      return data.length === 4 + textBlockBytes + photoBytes;
    case 'read-base-fingerprint':
      return data.length >= 6 + textBlockBytes + photoBytes;
    case 'newest-address':
      return data.length > 0 && data.length % addressEntryBytes === 0;
  }
}

/** Splits the data of a good `read-base` answer: `01 00 | 04 00 | text | photo`. Null when the lengths do not agree. */
export function splitBase(data: Uint8Array): { text: Uint8Array; photo: Uint8Array } | null {
  const [textHigh = 0, textLow = 0, photoHigh = 0, photoLow = 0] = data;
  const textEnd = 4 + (textHigh << 8) + textLow;
  const photoEnd = textEnd + (photoHigh << 8) + photoLow;
  if (data.length !== photoEnd) return null;
  // The photo is kept with the card: it must not keep the text alive behind it.
  return { text: data.subarray(4, textEnd), photo: data.slice(textEnd, photoEnd) };
}

/** Shows the 16 bytes of a SAM id the way they are printed on readers, or null. */
export function formatSamId(data: Uint8Array): string | null {
  if (data.length !== 16) return null;
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const [u16, u32] = [(at: number) => `${view.getUint16(at, true)}`, (at: number) => `${view.getUint32(at, true)}`];
  return `${u16(0).padStart(2, '0')}.${u16(2).padStart(2, '0')}-${u32(4)}-${u32(8).padStart(10, '0')}-${u32(12)}`;
}
