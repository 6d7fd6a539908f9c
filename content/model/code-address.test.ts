import { expect, test } from 'vitest';
import { codeAddress } from './code-address.ts';

test('the page of a code stands below the content origin, wherever that is', () => {
  expect(codeAddress('http://192.0.2.7:7400/', 'k7m2px')).toBe('http://192.0.2.7:7400/c/k7m2px/');
  expect(codeAddress('https://example.test/guides/', 'k7m2px')).toBe('https://example.test/guides/c/k7m2px/');
});
