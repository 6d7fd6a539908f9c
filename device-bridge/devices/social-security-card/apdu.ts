/** Command and response APDUs (ISO/IEC 7816-4), as far as reading records needs them. */

/** A response: its data and its status word, as in 0x9000. */
export interface ApduResponse {
  data: Uint8Array;
  status: number;
}

export const ok = 0x9000;

/** SELECT by the name of an application (P1 04). */
export function selectApplication(name: Uint8Array): Uint8Array {
  return Uint8Array.of(0x00, 0xa4, 0x04, 0x00, name.length, ...name);
}

/** SELECT of a file below the current application. P1: 02 in the standard; older cards want 00. */
export function selectFile(fileId: number, p1: 0x02 | 0x00): Uint8Array {
  return Uint8Array.of(0x00, 0xa4, p1, 0x00, 2, fileId >> 8, fileId & 0xff);
}

/** READ RECORD of the current file, by its identifier (the tag of its first byte) or by its number. */
export function readRecord(which: number, by: 'identifier' | 'number'): Uint8Array {
  return Uint8Array.of(0x00, 0xb2, which, by === 'number' ? 0x04 : 0x00, 0x00);
}

/** Null: no response has fewer than two bytes. */
export function parseResponse(bytes: Uint8Array): ApduResponse | null {
  const [high, low] = bytes.subarray(-2);
  if (high === undefined || low === undefined) return null;
  return { data: bytes.slice(0, -2), status: (high << 8) | low };
}

/**
 * What T=0 asks for before the answer is whole: 61xx, GET RESPONSE for xx more bytes; 6Cxx, the same command with that
 * length. Null when the response is the answer. The class byte stays that of the command.
 */
export function followUp(command: Uint8Array, response: ApduResponse): Uint8Array | null {
  const [high, low] = [response.status >> 8, response.status & 0xff];
  if (high === 0x61) return Uint8Array.of(command[0] ?? 0, 0xc0, 0x00, 0x00, low);
  if (high === 0x6c && command.length >= 5) return Uint8Array.from([...command.slice(0, 4), low]);
  return null;
}
