import { type ChipCard, hex } from './sample-social-security-cards.ts';

/** How the chip misbehaves. Changed while it runs. */
export interface ChipFaults {
  /** T=0 manners: 61xx after a SELECT, 6Cxx for a wrong length. */
  protocol: 'T=0' | 'T=1';
  /** Knows records by their number only. */
  numbersOnly: boolean;
  /** Answers this in place of everything. */
  garbage: Uint8Array | null;
  /** Files that ask for a PIN first. */
  locked: ReadonlySet<number>;
}

/** A chip card with power: takes a command APDU and gives the response. */
export interface Chip {
  readonly card: ChipCard;
  readonly faults: ChipFaults;
  reset(): void;
  answer(command: Uint8Array): Uint8Array;
}

const words = { ok: 0x9000, noFile: 0x6a82, noRecord: 0x6a83, noCommand: 0x6d00, needsPin: 0x6982 } as const;

export function createChip(card: ChipCard): Chip {
  const faults: ChipFaults = { protocol: 'T=0', numbersOnly: false, garbage: null, locked: new Set() };
  let files: ReadonlyMap<number, readonly Uint8Array[]> | null = null;
  let file: readonly Uint8Array[] | null = null;
  /** What GET RESPONSE gives. */
  let kept: Uint8Array = new Uint8Array();

  function answer(command: Uint8Array): Uint8Array {
    if (faults.garbage !== null) return faults.garbage;
    const [, instruction, p1 = 0, p2 = 0, p3 = 0] = command;
    if (instruction === 0xa4) return select(p1, command.slice(5, 5 + p3));
    if (instruction === 0xb2) return read(p1, p2, p3);
    if (instruction === 0xc0) return response(kept.subarray(0, p3 || kept.length), words.ok);
    return response(new Uint8Array(), words.noCommand);
  }

  function select(p1: number, name: Uint8Array): Uint8Array {
    if (p1 === 0x04) {
      files = card.applications.get(hex(name)) ?? null;
      file = null;
      if (files === null) return response(new Uint8Array(), words.noFile);
      // 6F: its own name.
      kept = Uint8Array.of(0x6f, name.length + 2, 0x84, name.length, ...name);
      return faults.protocol === 'T=0' ? Uint8Array.of(0x61, kept.length) : response(kept, words.ok);
    }
    const fileId = ((name[0] ?? 0) << 8) | (name[1] ?? 0);
    file = files?.get(fileId) ?? null;
    if (faults.locked.has(fileId)) return response(new Uint8Array(), words.needsPin);
    return response(new Uint8Array(), file === null ? words.noFile : words.ok);
  }

  function read(which: number, p2: number, wanted: number): Uint8Array {
    const byNumber = (p2 & 0x07) === 0x04;
    const record = byNumber ? file?.[which - 1] : faults.numbersOnly ? undefined : file?.find(([tag]) => tag === which);
    if (record === undefined) return response(new Uint8Array(), words.noRecord);
    if (faults.protocol === 'T=0' && wanted !== record.length) return Uint8Array.of(0x6c, record.length);
    return response(record, words.ok);
  }

  return {
    card,
    faults,
    reset() {
      files = null;
      file = null;
    },
    answer,
  };
}

function response(data: Uint8Array, status: number): Uint8Array {
  return Uint8Array.of(...data, status >> 8, status & 0xff);
}
