import { expect, test, vi } from 'vitest';
import { Refusal } from '../../content/common/faults.ts';
import type { CertificateFinding } from '../../platform/api/types.ts';
import { createCodeDesk } from './code-desk.ts';

const valid: CertificateFinding = {
  finding: 'valid',
  number: 'HY331003-2026-000042-7',
  name: { zh: '社会保险参保证明' },
  maskedName: '王*明',
  maskedIdNumber: '3310**********0018',
  issuedAt: '2026-11-23T00:00:00.000Z',
};
const certificate = (token: string) => ({ kind: 'certificate', token }) as const;

test('a guide’s code is shown as it is, an unknown one as a problem with words', () => {
  const desk = createCodeDesk({ verify: () => Promise.reject(new Error('not asked')), onChange: () => {} });
  desk.show({ kind: 'guide', codeId: 'a1b2c3' });
  expect(desk.scanned).toEqual({ serial: 1, what: { kind: 'guide', codeId: 'a1b2c3' } });
  desk.show({ kind: 'unknown' });
  expect(desk.scanned).toMatchObject({ serial: 2, what: { kind: 'problem', fault: { name: 'code-unknown' } } });
});

test('a certificate is asked for, and the answer is told', async () => {
  const onChange = vi.fn();
  const desk = createCodeDesk({ verify: async () => valid, onChange });
  desk.show(certificate('t'));
  expect(desk.scanned?.what).toEqual({ kind: 'certificate', finding: null });
  await vi.waitFor(() => expect(desk.scanned?.what).toEqual({ kind: 'certificate', finding: valid }));
  expect(onChange).toHaveBeenCalledTimes(2);
});

test('a platform that does not answer is said in words', async () => {
  const desk = createCodeDesk({
    verify: () => Promise.reject(new Refusal('platform-unreachable')),
    onChange: () => {},
  });
  desk.show(certificate('t'));
  await vi.waitFor(() =>
    expect(desk.scanned?.what).toMatchObject({ kind: 'problem', fault: { name: 'platform-unreachable' } }),
  );
});

test('an answer that comes after the visit has ended speaks to nobody', async () => {
  const asked = Promise.withResolvers<CertificateFinding>();
  const signals: AbortSignal[] = [];
  const desk = createCodeDesk({
    verify: (_, signal) => {
      signals.push(signal);
      return asked.promise;
    },
    onChange: () => {},
  });
  desk.show(certificate('t'));
  desk.clear();
  asked.resolve(valid);
  await asked.promise;
  await Promise.resolve();
  expect(signals[0]?.aborted).toBe(true);
  expect(desk.scanned).toBeNull();
});

test('a code that was shown while the one before was put away stays', () => {
  const desk = createCodeDesk({ verify: () => Promise.reject(new Error('not asked')), onChange: () => {} });
  desk.show({ kind: 'unknown' });
  desk.show({ kind: 'guide', codeId: 'a1b2c3' });
  desk.seen(1);
  expect(desk.scanned?.serial).toBe(2);
  desk.seen(2);
  expect(desk.scanned).toBeNull();
});
