import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { Personal } from './personal.ts';

test('personal data prints as a mask wherever a value can be printed', () => {
  const secret = new Personal({ name: '王小明' });
  const printed = [
    JSON.stringify({ secret }),
    `${secret}`,
    inspect({ secret }, { depth: 9, showHidden: true }),
    String(secret),
  ];
  for (const text of printed) expect(text).not.toContain('王小明');
  expect(Object.keys(secret)).toEqual([]);
  expect(secret.reveal().name).toBe('王小明');
});
