import { concernOf } from '../sam-answers.ts';
import type { SamAnswer, SamCommand } from '../sam-protocol.ts';
import type { FieldCard } from './sample-cards.ts';

/** A security module and the field above it. `hurt`: a read went wrong; nothing helps until the card is lifted. */
export interface SamModule {
  card: FieldCard | null;
  stage: 'untouched' | 'found' | 'selected';
  readWell: boolean;
  hurt: boolean;
}

export const emptyModule: SamModule = { card: null, stage: 'untouched', readWell: false, hurt: false };

/** Low byte first: 05.03-20261123-0000001234-305419896 as readers show it. */
const samId = [5, 0, 3, 0, 0x03, 0x29, 0x35, 0x01, 0xd2, 0x04, 0, 0, 0x78, 0x56, 0x34, 0x12];

export function layCard(card: FieldCard): SamModule {
  return { ...emptyModule, card };
}

/** What a reader in the field answers, and what it is like afterwards. `forced` is an SW3 put in place of its own. */
export function answerTo(
  module: SamModule,
  command: SamCommand,
  forced: number | null,
): { answer: SamAnswer; module: SamModule } {
  const [sw3, data] = forced === null ? ownAnswer(module, command) : [forced, []];
  const answer = { sw1: 0, sw2: 0, sw3, data: Uint8Array.from(data) };
  return { answer, module: afterwards(module, command, sw3) };
}

function ownAnswer({ card, stage, readWell, hurt }: SamModule, command: SamCommand): [number, Iterable<number>] {
  switch (command) {
    case 'reset-sam':
    case 'sam-status':
      return [0x90, []];
    case 'sam-id':
      return [0x90, samId];
    case 'find-card':
      return card === null || readWell ? [0x80, []] : [0x9f, [0, 0, 0, 0]];
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
      return { ...module, stage: 'untouched' };
    case 'find-card':
      return well ? { ...module, stage: 'found' } : module;
    case 'select-card':
      return well ? { ...module, stage: 'selected' } : module;
    case 'read-base':
    case 'read-base-fingerprint':
      return well ? { ...module, readWell: true } : { ...module, hurt: module.card !== null };
    default:
      return module;
  }
}
