import type { DockState } from '../../../api/types.ts';
import { pause } from '../../../pause.ts';
import type { CardConnection, CardSession, CardTerminal, ReaderSight, TerminalFailure } from '../card-terminal.ts';
import { type Chip, createChip } from './chip.ts';
import { type ChipCard, hex, sampleSocialSecurityCards } from './sample-social-security-cards.ts';

/** The reader as a hand moves it. */
export interface CardTerminalHardware {
  state(): NonNullable<DockState['socialSecurityCard']>;
  plug(plugged: boolean): void;
  /** False: no such card, or one is in the reader already. */
  insert(cardId: string): boolean;
  remove(): void;
}

/** How the reader and its service misbehave. Changed while it runs. */
export interface TerminalFaults {
  /** What opening the service answers. */
  service: 'runs' | TerminalFailure;
  /** Calls that never come back, until the session is closed; a close, until the terminal is. */
  hangs: ReadonlySet<'open' | 'wait' | 'connect' | 'transmit' | 'close'>;
  /** Cards are not powered. */
  mute: boolean;
  /** Before each answer of the card. */
  transmitMs: number;
  /** Called before each command; may pull the card. */
  beforeCommand: (command: Uint8Array) => void;
}

export interface SimulatedCardTerminal {
  terminal: CardTerminal;
  hardware: CardTerminalHardware;
  faults: TerminalFaults;
  insert(card: ChipCard): Chip;
  /** The service ends: every session with it. */
  stopService(): void;
}

/** A card reader to be moved by hand, behind the same interface as PC/SC: the real driver runs against it. */
export function createSimulatedCardTerminal(): SimulatedCardTerminal {
  const faults: TerminalFaults = {
    ...{ service: 'runs', hangs: new Set(), mute: false, transmitMs: 0, beforeCommand: () => {} },
  };
  let plugged = true;
  let chip: Chip | null = null;
  let serial = 1;
  let change = Promise.withResolvers<void>();
  const sessions = new Set<AbortController>();

  function changed(): void {
    serial += 1;
    change.resolve();
    change = Promise.withResolvers<void>();
  }
  function sight(): ReaderSight {
    return {
      reader: plugged ? 'Simulated PC/SC reader (SIM0001)' : null,
      cardPresent: plugged && chip !== null,
      serial,
    };
  }

  function session(end: AbortController): CardSession {
    const lost = new Promise<'lost'>(resolve => end.signal.addEventListener('abort', () => resolve('lost')));
    const hung = (call: 'wait' | 'connect' | 'transmit' | 'close') => (faults.hangs.has(call) ? lost : null);
    return {
      async waitForChange(since, timeoutMs, signal) {
        const over = new AbortController();
        const ends = AbortSignal.any([signal, end.signal, over.signal]);
        const same = since?.serial === serial;
        if (faults.hangs.has('wait')) await lost;
        else if (same) await Promise.race([change.promise, pause(timeoutMs, ends)]);
        over.abort();
        return end.signal.aborted ? 'lost' : sight();
      },
      async connect() {
        await hung('connect');
        if (end.signal.aborted) return 'lost';
        if (chip === null || !plugged) return 'card-gone';
        if (faults.mute) return 'mute';
        chip.reset();
        return connection(chip, end.signal);
      },
      async close() {
        await hung('close');
        end.abort();
        sessions.delete(end);
      },
    };

    function connection(taken: Chip, ended: AbortSignal): CardConnection {
      return {
        atr: hex(taken.card.atr),
        async transmit(command) {
          await hung('transmit');
          faults.beforeCommand(command);
          await pause(faults.transmitMs, ended);
          if (ended.aborted) return 'lost';
          return chip === taken && plugged ? taken.answer(command) : 'card-gone';
        },
        async disconnect() {},
      };
    }
  }

  function insert(card: ChipCard): Chip {
    chip = createChip(card);
    changed();
    return chip;
  }

  function endSessions(): void {
    for (const end of [...sessions]) end.abort();
    sessions.clear();
  }

  return {
    faults,
    insert,
    stopService: endSessions,
    terminal: {
      async open() {
        if (faults.hangs.has('open')) return new Promise(() => {});
        if (faults.service !== 'runs') return faults.service;
        const end = new AbortController();
        sessions.add(end);
        return session(end);
      },
      async close() {
        endSessions();
      },
    },
    hardware: {
      state: () => ({
        plugged,
        cards: sampleSocialSecurityCards.map(({ id, label }) => ({ id, label })),
        cardId: chip?.card.id ?? null,
      }),
      plug(now) {
        plugged = now;
        changed();
      },
      insert(cardId) {
        const card = sampleSocialSecurityCards.find(({ id }) => id === cardId);
        if (card === undefined || chip !== null) return false;
        insert(card);
        return true;
      },
      remove() {
        chip = null;
        changed();
      },
    },
  };
}
