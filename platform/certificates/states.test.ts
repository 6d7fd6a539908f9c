import { expect, test } from 'vitest';
import { type CertificateAction, stateAfter } from './states.ts';

const all = ['prepared', 'released', 'printed', 'void'] as const;

function row(action: CertificateAction) {
  return all.map(state => stateAfter(state, action));
}

test('only a prepared certificate is released, and a released one stays so', () => {
  expect(row('release')).toEqual(['released', 'released', null, null]);
});

test('only a released certificate becomes printed, and a printed one stays so', () => {
  expect(row('printed')).toEqual([null, 'printed', 'printed', null]);
});

test('a certificate is voided until it is printed', () => {
  expect(row('void')).toEqual(['void', 'void', null, 'void']);
});
