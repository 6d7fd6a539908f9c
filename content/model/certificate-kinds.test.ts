import { expect, test } from 'vitest';
import { kinds } from '../../platform/certificates/kinds.ts';
import { certificateKinds } from './certificate-kinds.ts';

test('the content knows the very kinds of certificate that the platform issues', () => {
  expect([...certificateKinds].sort()).toEqual(Object.keys(kinds).sort());
});
