import { expect, test } from 'vitest';
import type { CertificateFlow } from '../certificates/certificate-flow.ts';
import { Personal } from '../visit/personal.ts';
import { type Commanded, runCommand } from './run-command.ts';

const document = {
  ...{ number: 'HY-1', name: { zh: '示例' }, pages: 1 },
  ...{ pdf: new Personal(new Uint8Array()), preview: new Personal(new Uint8Array()) },
};
const printing: CertificateFlow = {
  ...{ step: 'printing', person: new Personal({ name: '示例', idNumber: '331003199005120018' }), offers: [] },
  ...{ document, progress: { stage: 'printing', sheetsDone: 0 } },
};

test('a readiness report does not come out among the sheets of a citizen', () => {
  let reports = 0;
  const parts = (flow: CertificateFlow) =>
    ({
      certificates: { flow },
      guidePrinting: { busy: false },
      health: {
        printReport: () => {
          reports += 1;
        },
      },
    }) as unknown as Commanded;
  expect(() => runCommand({ type: 'readiness/print' }, parts(printing))).toThrow('not-now');
  runCommand({ type: 'readiness/print' }, parts({ step: 'idle' }));
  expect(reports).toBe(1);
});

test('a tick list does not come out among the sheets of a certificate, nor a report among those of a list', () => {
  let lists = 0;
  const parts = (flow: CertificateFlow, busy: boolean) =>
    ({
      visits: { isCurrent: (id: string) => id === 'present', touch: () => {} },
      certificates: { flow },
      health: { printReport: () => {} },
      guidePrinting: {
        busy,
        print: () => {
          lists += 1;
        },
      },
    }) as unknown as Commanded;
  const wish = { type: 'guide/print', matterId: 'dog-registration', answers: {}, paper: 'a4' } as const;
  expect(() => runCommand({ ...wish, visitId: 'present' }, parts(printing, false))).toThrow('not-now');
  expect(() => runCommand({ ...wish, visitId: 'over' }, parts({ step: 'idle' }, false))).toThrow('visit-over');
  expect(() => runCommand({ type: 'readiness/print' }, parts({ step: 'idle' }, true))).toThrow('not-now');
  runCommand({ ...wish, visitId: 'present' }, parts({ step: 'idle' }, false));
  expect(lists).toBe(1);
});
