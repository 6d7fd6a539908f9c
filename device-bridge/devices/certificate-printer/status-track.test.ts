import { expect, test } from 'vitest';
import { printerDelays } from './delays.ts';
import { printerAttributesSchema } from './ipp-answers.ts';
import type { IppFailure } from './ipp-failure.ts';
import { nextLookMs, type StatusTrack, track, unknownStatus } from './status-track.ts';

const idle = { ok: true, value: printerAttributesSchema.parse({ 'printer-state': 'idle' }) } as const;
const failed = (failure: IppFailure) => ({ ok: false, failure }) as const;
const refused = failed({ kind: 'unreachable', detail: 'ECONNREFUSED', timedOut: false });
const silent = failed({ kind: 'timeout' });
const having = (...looks: Parameters<typeof track>[1][]): StatusTrack => looks.reduce(track, unknownStatus);

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
