import { describe, expect, test } from 'vitest';
import { concernOf, isKnownSw3 } from './sam-answers.ts';
import { decodeFrames, emptyDecoder } from './sam-frames.ts';
import {
  commandOf,
  encodeAnswer,
  encodeRequest,
  fitsCommand,
  formatSamId,
  parseAnswer,
  type SamCommand,
  samCommands,
  splitBase,
} from './sam-protocol.ts';
import { answerTo, emptyModule, layCard, type SamModule } from './simulator/sam-module.ts';
import { sampleCards } from './simulator/sample-cards.ts';

/** As printed in the vendor sheets. */
const requests: [SamCommand, string][] = [
  ['reset-sam', '000310ffec'],
  ['sam-status', '000311ffed'],
  ['sam-id', '000312ffee'],
  ['find-card', '0003200122'],
  ['select-card', '0003200221'],
  ['read-base', '0003300132'],
  ['read-base-fingerprint', '0003301023'],
  ['newest-address', '0003300330'],
];
const commands = Object.keys(samCommands) as SamCommand[];
const good = (data: number[], sw3 = 0x90) => ({ sw1: 0, sw2: 0, sw3, data: Uint8Array.from(data) });

describe('requests', () => {
  test('are the bytes of the vendor sheet', () => {
    for (const [command, bytes] of requests) {
      expect(Buffer.from(encodeRequest(command)).toString('hex'), command).toBe(`aaaaaa9669${bytes}`);
    }
  });

  test('are known again by the peer', () => {
    for (const command of commands) {
      const [payload = new Uint8Array()] = decodeFrames(emptyDecoder, encodeRequest(command)).payloads;
      expect(commandOf(payload)).toBe(command);
    }
    expect(commandOf(Uint8Array.of(0x60, 0x00))).toBeNull();
  });
});

describe('answers', () => {
  test('have the lengths of the vendor sheet', () => {
    const [card] = sampleCards;
    if (card === undefined) throw new Error('there is no sample card');
    let module: SamModule = layCard(emptyModule(), card);
    const lengths: Partial<Record<SamCommand, number>> = {};
    for (const command of [
      'find-card',
      'select-card',
      'read-base',
      'read-base-fingerprint',
      'newest-address',
    ] as const) {
      const answered = answerTo(module, command);
      module = answered.module;
      lengths[command] = encodeAnswer(answered.answer).length;
    }
    const addresses = 2 * 70 + 11;
    expect(lengths).toEqual({
      'find-card': 15,
      'select-card': 19,
      'read-base': 1295,
      'read-base-fingerprint': 1297,
      'newest-address': addresses,
    });
  });

  test('of another length than the command has belong to another command', () => {
    expect(fitsCommand('sam-status', good([]))).toBe(true);
    expect(fitsCommand('find-card', good([0, 0, 0, 0], 0x9f))).toBe(true);
    expect(fitsCommand('select-card', good([]))).toBe(false);
    expect(fitsCommand('find-card', good([]))).toBe(false);
    expect(fitsCommand('sam-status', good([0, 0, 0, 0], 0x9f))).toBe(false);
    expect(fitsCommand('read-base', good([1, 2, 3]))).toBe(false);
    expect(fitsCommand('newest-address', good(new Array(69).fill(32)))).toBe(false);
    for (const command of commands) expect(fitsCommand(command, good([], 0x24)), command).toBe(true);
  });

  test('too short to be one are none', () => {
    expect(parseAnswer(Uint8Array.of(0, 0))).toBeNull();
    expect(parseAnswer(Uint8Array.of(0, 0, 0x80))).toEqual(good([], 0x80));
  });

  test('of base information are split by their own lengths', () => {
    expect(splitBase(Uint8Array.of(0, 2, 0, 1, 7, 8, 9))).toEqual({
      text: Uint8Array.of(7, 8),
      photo: Uint8Array.of(9),
    });
    expect(splitBase(Uint8Array.of(0, 2, 0, 2, 7, 8, 9))).toBeNull();
    expect(splitBase(new Uint8Array())).toBeNull();
  });

  test('with a SAM id are shown as on the reader', () => {
    const { answer } = answerTo(emptyModule(), 'sam-id');
    expect(formatSamId(answer.data)).toBe('05.03-20261123-0000001234-305419896');
    expect(formatSamId(new Uint8Array(15))).toBeNull();
  });

  test('with a status byte no sheet names concern the reader', () => {
    expect(isKnownSw3(0x99)).toBe(false);
    expect(concernOf(0x99)).toBe('reader');
    expect(concernOf(0x41)).toBe('card');
    expect(concernOf(0x80)).toBe('no-card');
  });
});
