import { describe, expect, test } from 'vitest';
import { verdictOn } from './send-outcome.ts';

const status = (name: string) => ({ kind: 'status', status: name, message: '' }) as const;

describe('a document that the printer cannot have', () => {
  test.each([
    ['refused', { kind: 'unreachable', detail: 'ECONNREFUSED', timedOut: false } as const, 'printer-absent'],
    ['no connection in time', { kind: 'unreachable', detail: '', timedOut: true } as const, 'printer-silent'],
    ['wrong format', status('client-error-document-format-not-supported'), 'print-refused'],
    ['unknown status', status('status-0x05ff'), 'print-refused'],
    ['another certificate', { kind: 'untrusted', detail: '' } as const, 'printer-untrusted'],
    ['web server says 403', { kind: 'http', httpStatus: 403 } as const, 'print-refused'],
  ])('%s: failed', (_what, failure, fault) => {
    expect(verdictOn(failure, true, 'printer')).toEqual({ verdict: 'failed', fault });
  });
});

test.each([
  { kind: 'timeout' } as const,
  { kind: 'broken', detail: 'ECONNRESET' } as const,
  { kind: 'malformed', detail: '' } as const,
])('a document without a proper answer ($kind) is uncertain, a question without one is not', failure => {
  expect(verdictOn(failure, true, 'printer')).toEqual({ verdict: 'uncertain' });
  expect(verdictOn(failure, false, 'printer')).toEqual({ verdict: 'failed', fault: 'printer-silent' });
});

test('a gateway that fails may have passed the document on', () => {
  expect(verdictOn({ kind: 'http', httpStatus: 502 }, true, 'printer')).toEqual({ verdict: 'uncertain' });
});

test.each([
  ['server-error-busy', 'printer-busy'],
  ['server-error-too-many-jobs', 'printer-busy'],
  ['server-error-not-accepting-jobs', 'printer-stopped'],
])('%s is worth waiting for', (name, fault) => {
  expect(verdictOn(status(name), true, 'printer')).toEqual({ verdict: 'wait', fault });
});

describe('a CUPS queue that fails', () => {
  test.each([
    ['refuses connections', { kind: 'unreachable', detail: 'ECONNREFUSED', timedOut: false } as const, 'failed'],
    ['takes no jobs', status('server-error-not-accepting-jobs'), 'wait'],
  ])('is named itself and not the printer when it %s', (_what, failure, verdict) => {
    expect(verdictOn(failure, true, 'queue')).toEqual({ verdict, fault: 'printer-queue-stopped' });
  });
  test('refuses in its own name what it can judge', () => {
    const refused = status('client-error-document-format-not-supported');
    expect(verdictOn(refused, true, 'queue')).toEqual({ verdict: 'failed', fault: 'print-refused' });
    expect(verdictOn({ kind: 'timeout' }, true, 'queue')).toEqual({ verdict: 'uncertain' });
  });
});
