import { concernOf } from '../sam-answers.ts';
import type { SamAnswer, SamCommand } from '../sam-protocol.ts';
import type { FieldCard } from './sample-cards.ts';

/** A security module and the field above it. */
export interface SamModule {
  /** 16 bytes, low byte first. */
  id: Uint8Array;
  card: FieldCard | null;
  /** The card before was lifted and no search has seen it yet: no hand is faster than that. */
  lifted: boolean;
  stage: 'untouched' | 'found' | 'selected';
  readWell: boolean;
  /** A read went wrong; nothing helps until the card is lifted. */
  hurt: boolean;
}

const fresh = { stage: 'untouched', readWell: false, hurt: false } as const;

/** Shown as 05.03-20261123-0000001234-305419896. */
const sampleId = Uint8Array.of(5, 0, 3, 0, 0x03, 0x29, 0x35, 0x01, 0xd2, 0x04, 0, 0, 0x78, 0x56, 0x34, 0x12);

export function emptyModule(id: Uint8Array = sampleId): SamModule {
  return { ...fresh, id, card: null, lifted: false };
}

export function layCard(module: SamModule, card: FieldCard): SamModule {
  return { ...liftCard(module), card };
}

export function liftCard(module: SamModule): SamModule {
  return { ...module, ...fresh, card: null, lifted: module.lifted || module.card !== null };
}

/** Without power for a moment: a card that lies there is as new to it. */
export function powerCycle(module: SamModule): SamModule {
  return { ...module, ...fresh };
}

/** What makes one model, or one moment, other than the sheet says. */
export interface ModuleTraits {
  /** An SW3 in place of its own. */
  forced: number | null;
  /** A card that was read well is found again, as some models do. */
  findsReadCard: boolean;
}

const byTheSheet: ModuleTraits = { forced: null, findsReadCard: false };

/** What a reader in the field answers, and what it is like afterwards. */
export function answerTo(
  module: SamModule,
  command: SamCommand,
  traits: ModuleTraits = byTheSheet,
): { answer: SamAnswer; module: SamModule } {
  const [sw3, data] = traits.forced === null ? ownAnswer(module, command, traits) : [traits.forced, []];
  const answer = { sw1: 0, sw2: 0, sw3, data: Uint8Array.from(data) };
  return { answer, module: afterwards(module, command, sw3) };
}

function ownAnswer(module: SamModule, command: SamCommand, traits: ModuleTraits): [number, Iterable<number>] {
  const { id, card, lifted, stage, readWell, hurt } = module;
  switch (command) {
    case 'reset-sam':
    case 'sam-status':
      return [0x90, []];
    case 'sam-id':
      return [0x90, id];
    case 'find-card':
      return card === null || lifted || (readWell && !traits.findsReadCard) ? [0x80, []] : [0x9f, [0, 0, 0, 0]];
    case 'select-card':
      return card === null || stage === 'untouched' || hurt ? [0x81, []] : [0x90, [0, 0, 0, 0, 0, 0, 0, 0]];
    case 'read-base':
    case 'read-base-fingerprint': {
      if (card === null || stage !== 'selected' || hurt) return [0x41, []];
      if (card.readFailure !== null) return [card.readFailure, []];
      const lengths = command === 'read-base' ? [1, 0, 4, 0] : [1, 0, 4, 0, 0, 0];
      return [0x90, [...lengths, ...card.textBlock, ...card.photo]];
    }
    case 'newest-address':
      if (card === null || stage !== 'selected' || hurt) return [0x41, []];
      return card.addresses.length === 0 ? [0x91, []] : [0x90, card.addresses];
  }
}

function afterwards(module: SamModule, command: SamCommand, sw3: number): SamModule {
  const well = concernOf(sw3) === 'ok';
  switch (command) {
    case 'reset-sam':
      return { ...module, stage: 'untouched', readWell: false };
    case 'find-card':
      return { ...module, lifted: false, stage: well ? 'found' : module.stage };
    case 'select-card':
      return well ? { ...module, stage: 'selected' } : module;
    case 'read-base':
    case 'read-base-fingerprint':
      return well ? { ...module, readWell: true } : { ...module, hurt: module.card !== null };
    default:
      return module;
  }
}
