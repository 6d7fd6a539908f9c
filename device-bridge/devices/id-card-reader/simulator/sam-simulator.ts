import type { Duplex } from 'node:stream';
import { decodeFrames, emptyDecoder } from '../sam-frames.ts';
import { commandOf, encodeAnswer, type SamCommand } from '../sam-protocol.ts';
import { type FrameDamage, frameDamages, withStrayZero } from './frame-damage.ts';
import { answerTo, emptyModule, layCard, liftCard, powerCycle, type SamModule } from './sam-module.ts';
import type { FieldCard } from './sample-cards.ts';

/** How the simulated reader misbehaves. Changed while it runs. */
export interface SamFaults {
  /** Commands that get no answer at all; 'all' is a reader without power on an open line. */
  silent: ReadonlySet<SamCommand> | 'all';
  delayMs: Partial<Record<SamCommand, number>>;
  /** Bytes before each answer. */
  noise: Uint8Array;
  /** Bytes a write, or null for whole answers. */
  chunkBytes: number | null;
  /** The next answer to this command arrives damaged. */
  damageNext: { command: SamCommand; how: FrameDamage } | null;
  /** A stray 00 in this gap of each preamble (1 to 4), or null. */
  strayZeroGap: number | null;
  /** A card that was read well is found again while it lies there. */
  findsReadCard: boolean;
}

export interface SamSimulator {
  /** Becomes the peer at this end of a line. The reader keeps its card and its faults from one line to the next. */
  attach(end: Duplex): void;
  layCard(card: FieldCard): void;
  liftCard(): void;
  /** Another reader stands there: `id` is its security module's, 16 bytes. Its field is empty. */
  swap(id: Uint8Array): void;
  /** A moment without power. A card that lies there stays. */
  powerCycle(): void;
  /** The next such request ends with this SW3. Calls add up. */
  failNext(command: SamCommand, sw3: number): void;
  /** Every such request ends with this SW3, until null is given. */
  failRepeatedly(command: SamCommand, sw3: number | null): void;
  readonly faults: SamFaults;
  /** Takes all faults back. The card stays as it is. */
  mend(): void;
  /** What was asked, the last 300, with milliseconds since 1970. */
  readonly requests: readonly { command: SamCommand; at: number }[];
}

const keptRequests = 300;
const unknownCommand = encodeAnswer({ sw1: 0, sw2: 0, sw3: 0x21, data: new Uint8Array() });

/** A reader as it behaves in the field, at the other end of a line: the real driver runs against it. */
export function createSamSimulator(): SamSimulator {
  const requests: { command: SamCommand; at: number }[] = [];
  const failOnce: { command: SamCommand; sw3: number }[] = [];
  const failAlways = new Map<SamCommand, number>();
  const faults = noFaults();
  let module: SamModule = emptyModule();

  function forcedSw3(command: SamCommand): number | null {
    const index = failOnce.findIndex(failure => failure.command === command);
    const [failure] = index < 0 ? [] : failOnce.splice(index, 1);
    return failure?.sw3 ?? failAlways.get(command) ?? null;
  }

  function asked(end: Duplex, payload: Uint8Array): void {
    const command = commandOf(payload);
    if (command === null) {
      send(end, unknownCommand);
      return;
    }
    requests.push({ command, at: Date.now() });
    if (requests.length > keptRequests) requests.shift();
    if (faults.silent === 'all' || faults.silent.has(command)) return;
    // The card is looked at when the answer is due: it may be lifted while the reader works.
    const reply = () => {
      const { findsReadCard } = faults;
      const answered = answerTo(module, command, { forced: forcedSw3(command), findsReadCard });
      module = answered.module;
      send(end, onTheLine(command, encodeAnswer(answered.answer)));
    };
    const delayMs = faults.delayMs[command] ?? 0;
    if (delayMs === 0) reply();
    else setTimeout(reply, delayMs);
  }

  function onTheLine(command: SamCommand, frame: Uint8Array): Uint8Array {
    const { damageNext, strayZeroGap } = faults;
    const sent = strayZeroGap === null ? frame : withStrayZero(frame, strayZeroGap);
    if (damageNext?.command !== command) return sent;
    faults.damageNext = null;
    return frameDamages[damageNext.how](sent);
  }

  function send(end: Duplex, frame: Uint8Array): void {
    const bytes = Buffer.concat([faults.noise, frame]);
    const size = faults.chunkBytes ?? bytes.length;
    for (let from = 0; from < bytes.length && end.writable; from += size) end.write(bytes.subarray(from, from + size));
  }

  return {
    attach(end) {
      let decoder = emptyDecoder;
      end.on('error', () => {});
      end.on('data', (bytes: Uint8Array) => {
        const decoded = decodeFrames(decoder, bytes);
        decoder = decoded.state;
        for (const payload of decoded.payloads) asked(end, payload);
      });
    },
    layCard(card) {
      module = layCard(module, card);
    },
    liftCard() {
      module = liftCard(module);
    },
    swap(id) {
      module = emptyModule(id);
    },
    powerCycle() {
      module = powerCycle(module);
    },
    failNext: (command, sw3) => void failOnce.push({ command, sw3 }),
    failRepeatedly(command, sw3) {
      if (sw3 === null) failAlways.delete(command);
      else failAlways.set(command, sw3);
    },
    faults,
    mend() {
      failOnce.length = 0;
      failAlways.clear();
      Object.assign(faults, noFaults());
    },
    requests,
  };
}

function noFaults(): SamFaults {
  return {
    silent: new Set(),
    delayMs: {},
    noise: new Uint8Array(),
    chunkBytes: null,
    damageNext: null,
    strayZeroGap: null,
    findsReadCard: false,
  };
}
