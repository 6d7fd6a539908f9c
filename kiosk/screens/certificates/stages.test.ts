import { expect, it } from 'vitest';
import { fault } from '../../../content/common/faults.ts';
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

const at = (stage: 'printing' | 'held'): CertificatesView => {
  const holder = { maskedName: '王*明', maskedIdNumber: '3310**********0018' };
  const document = { number: 'N', name: { zh: '证明' }, pages: 1, previewPath: '/' };
  const progress =
    stage === 'held' ? { stage, fault: fault('printer-out-of-paper'), sheetsDone: 0 } : { stage, sheetsDone: 0 };
  return { step: 'printing', holder, document, progress };
};

it('lets the citizen leave while no paper moves', () => {
  expect(mayLeave({ step: 'awaiting-card', problem: null })).toBe(true);
  expect(mayLeave(at('held'))).toBe(true);
  expect(mayLeave(at('printing'))).toBe(false);
});
