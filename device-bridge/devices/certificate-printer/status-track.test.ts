import { describe, expect, test } from 'vitest';
import { printerDelays } from './delays.ts';
import { printerAttributesSchema } from './ipp-answers.ts';
import type { IppFailure } from './ipp-failure.ts';
import { type Look, nextLookMs, type StatusTrack, track, unknownStatus } from './status-track.ts';

const idle = { ok: true, value: printerAttributesSchema.parse({ 'printer-state': 'idle' }) } as const;
const failed = (failure: IppFailure) => ({ ok: false, failure }) as const;
const refused = failed({ kind: 'unreachable', detail: 'ECONNREFUSED', timedOut: false });
const silent = failed({ kind: 'timeout' });
const known = { suitable: true, countedSheetsLeft: null };
type Answer = Look['printer'];
const having = (...answers: Answer[]): StatusTrack =>
  answers.reduce((before, printer) => track(before, { printer, queue: null }, known), unknownStatus);
const withQueue = (...looks: [Answer, Answer][]): StatusTrack =>
  looks.reduce((before, [printer, queue]) => track(before, { printer, queue }, known), unknownStatus);
const answering = (attributes: object) => ({ ok: true, value: printerAttributesSchema.parse(attributes) }) as const;

test('a printer that was never seen is absent', () => {
  expect(having(refused).status).toEqual({ state: 'absent', fault: 'printer-absent' });
  expect(having(silent).status).toEqual({ state: 'absent', fault: 'printer-silent' });
});

test('keeps the status when the printer blinks', () => {
  expect(having(idle, silent, refused).status.state).toBe('ready');
  expect(having(idle, silent, refused, idle, silent, silent).status.state).toBe('ready');
});

test('is absent after three failures in a row, and back with the first answer', () => {
  expect(having(idle, silent, silent, silent).status).toEqual({ state: 'absent', fault: 'printer-silent' });
  expect(having(idle, silent, silent, silent, idle).status.state).toBe('ready');
});

test('looks again soon after a first failure, and at leisure once it is absent', () => {
  expect(nextLookMs(having(idle), printerDelays)).toBe(printerDelays.idlePollMs);
  expect(nextLookMs(having(idle, silent), printerDelays)).toBe(printerDelays.failedPollMs);
  expect(nextLookMs(having(idle, silent, silent, silent), printerDelays)).toBe(printerDelays.idlePollMs);
});

test('another certificate is seen at once, and forgotten with the right one', () => {
  const untrusted = failed({ kind: 'untrusted', detail: 'another' });
  expect(having(idle, untrusted).status).toEqual({ state: 'absent', fault: 'printer-untrusted' });
  expect(having(idle, untrusted, idle).status.state).toBe('ready');
});

describe('a CUPS queue in front of it', () => {
  const stopped = { state: 'attention', fault: 'printer-queue-stopped' };
  test('is the fault when it is stopped or refuses jobs', () => {
    expect(withQueue([idle, answering({ 'printer-state': 'stopped' })]).status).toMatchObject(stopped);
    const refusing = answering({ 'printer-state': 'idle', 'printer-is-accepting-jobs': false });
    expect(withQueue([idle, refusing]).status).toMatchObject(stopped);
  });
  test('is never believed about the printer', () => {
    const stale = answering({ 'printer-state': 'idle', 'printer-state-reasons': ['media-jam', 'offline-report'] });
    expect(withQueue([idle, stale]).status.state).toBe('ready');
    expect(
      withQueue([answering({ 'printer-state': 'idle', 'printer-state-reasons': 'media-jam' }), idle]),
    ).toMatchObject({ status: { fault: 'printer-jammed' } });
    expect(withQueue([refused, idle]).status).toEqual({ state: 'absent', fault: 'printer-absent' });
  });
  test('may blink when it has worked, and is not taken to work before', () => {
    expect(withQueue([idle, refused]).status).toMatchObject(stopped);
    expect(withQueue([idle, idle], [idle, refused], [idle, refused]).status.state).toBe('ready');
    expect(withQueue([idle, idle], [idle, refused], [idle, refused], [idle, refused]).status).toMatchObject(stopped);
  });
});
