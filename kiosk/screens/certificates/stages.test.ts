import { expect, it } from 'vitest';
import type { CertificatesView } from '../../../device-bridge/api/types.ts';
import { mayLeave, stage } from './stages.ts';

const steps: CertificatesView['step'][] = [
  'idle',
  'awaiting-card',
  'listing',
  'choosing',
  'preparing',
  'preview',
  'printing',
  'printed',
  'failed',
];

it('leads through four stages in order', () => {
  const seen = steps.map(stage).filter(each => each !== null);
  expect([...new Set(seen)]).toEqual(['card', 'choose', 'check', 'print']);
});

it('lets the citizen leave until the document is on its way to paper', () => {
  expect(steps.filter(mayLeave)).toEqual(['idle', 'awaiting-card', 'listing', 'choosing', 'preparing', 'preview']);
});
