import { describe, expect, test } from 'vitest';
import { Personal } from '../visit/personal.ts';
import { type CertificateEvent, type CertificateFlow, nextFlow, type PreparedDocument } from './certificate-flow.ts';

const person = new Personal({ idNumber: '331003194805120026', name: '陈阿婆' });
const offer = (kind: string) => ({ kind, name: { zh: kind }, summary: { zh: '' }, issuer: { zh: '' } });
const document: PreparedDocument = {
  number: 'HY331003-2026-000001-5',
  name: { zh: '社会保险参保证明' },
  pages: 1,
  pdf: new Personal(new Uint8Array()),
  preview: new Personal(new Uint8Array()),
};
const flowAfter = (...events: CertificateEvent[]): CertificateFlow =>
  events.reduce<CertificateFlow>(nextFlow, { step: 'idle' });
const toChoosing: CertificateEvent[] = [
  { type: 'start', wanted: null },
  { type: 'card-read', person },
  { type: 'offers', offers: [offer('a'), offer('b')] },
];
const toPreview: CertificateEvent[] = [...toChoosing, { type: 'choose', kind: 'a' }, { type: 'prepared', document }];

describe('the way to a certificate', () => {
  test('goes from the card to the sheet in the hand', () => {
    expect(flowAfter(...toPreview, { type: 'print' }).step).toBe('printing');
    expect(
      flowAfter(...toPreview, { type: 'print' }, { type: 'print-ended', outcome: { outcome: 'printed', sheets: 1 } })
        .step,
    ).toBe('printed');
  });
  test('skips the list when the guide already said which certificate', () => {
    const flow = flowAfter({ type: 'start', wanted: 'b' }, ...toChoosing.slice(1));
    expect(flow).toMatchObject({ step: 'preparing', kind: 'b' });
  });
  test('shows the list with a word when the wanted one is not there', () => {
    const flow = flowAfter({ type: 'start', wanted: 'z' }, ...toChoosing.slice(1));
    expect(flow).toMatchObject({ step: 'choosing', problem: 'certificate-not-offered' });
  });
  test('says what was wrong with a card and goes on waiting', () => {
    const flow = flowAfter({ type: 'start', wanted: null }, { type: 'card-refused', fault: 'card-expired' });
    expect(flow).toEqual({ step: 'awaiting-card', wanted: null, problem: 'card-expired' });
    expect(nextFlow(flow, { type: 'card-read', person }).step).toBe('listing');
  });
  test('ends when there is nothing to print', () => {
    expect(flowAfter(...toChoosing.slice(0, 2), { type: 'offers', offers: [] })).toEqual({
      step: 'failed',
      fault: 'no-certificates',
    });
  });
  test('goes back to the list when a sheet was lost, with the reason', () => {
    const flow = flowAfter(
      ...toPreview,
      { type: 'print' },
      { type: 'print-ended', outcome: { outcome: 'uncertain', fault: 'print-uncertain' } },
    );
    expect(flow).toMatchObject({ step: 'choosing', problem: 'print-uncertain' });
  });
  test('refuses a command that does not fit by staying the same object', () => {
    const flow = flowAfter(...toChoosing);
    expect(nextFlow(flow, { type: 'print' })).toBe(flow);
    expect(nextFlow(flow, { type: 'choose', kind: 'z' })).toBe(flow);
    const printing = flowAfter(...toPreview, { type: 'print' });
    expect(nextFlow(printing, { type: 'stop' })).toBe(printing);
  });
  test('can be left while the printer waits for paper', () => {
    const held = flowAfter(
      ...toPreview,
      { type: 'print' },
      { type: 'progress', progress: { stage: 'held', fault: 'printer-out-of-paper', sheetsDone: 0 } },
    );
    expect(nextFlow(held, { type: 'stop' })).toEqual({ step: 'idle' });
  });
});
