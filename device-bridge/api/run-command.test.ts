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
