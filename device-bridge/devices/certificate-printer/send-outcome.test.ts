import { describe, expect, test } from 'vitest';
import { verdictOn } from './send-outcome.ts';

const status = (name: string) => ({ kind: 'status', status: name, message: '' }) as const;

describe('a document that the printer cannot have', () => {
  test.each([
    ['refused', { kind: 'unreachable', detail: 'ECONNREFUSED', timedOut: false } as const, 'printer-absent'],
    ['no connection in time', { kind: 'unreachable', detail: '', timedOut: true } as const, 'printer-silent'],
    ['wrong format', status('client-error-document-format-not-supported'), 'print-refused'],
    ['unknown status', status('status-0x05ff'), 'print-refused'],
    ['web server says 403', { kind: 'http', httpStatus: 403 } as const, 'print-refused'],
  ])('%s: failed', (_what, failure, fault) => {
    expect(verdictOn(failure, true)).toEqual({ verdict: 'failed', fault });
  });
});

test.each([
  { kind: 'timeout' } as const,
  { kind: 'broken', detail: 'ECONNRESET' } as const,
  { kind: 'malformed', detail: '' } as const,
])('a document without a proper answer ($kind) is uncertain, a question without one is not', failure => {
  expect(verdictOn(failure, true)).toEqual({ verdict: 'uncertain' });
  expect(verdictOn(failure, false)).toEqual({ verdict: 'failed', fault: 'printer-silent' });
});

test('a gateway that fails may have passed the document on', () => {
  expect(verdictOn({ kind: 'http', httpStatus: 502 }, true)).toEqual({ verdict: 'uncertain' });
});

test.each([
  ['server-error-busy', 'printer-busy'],
  ['server-error-too-many-jobs', 'printer-busy'],
  ['server-error-not-accepting-jobs', 'printer-stopped'],
])('%s is worth waiting for', (name, fault) => {
  expect(verdictOn(status(name), true)).toEqual({ verdict: 'wait', fault });
});
