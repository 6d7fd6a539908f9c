import { expect, test } from 'vitest';
import { guideAddress } from './guide-address.ts';

test('a guide stands below the content origin, wherever that is', () => {
  expect(guideAddress('http://192.0.2.7:7400/', 'newborn', 'married.local')).toBe(
    'http://192.0.2.7:7400/g/newborn/married.local/',
  );
  expect(guideAddress('https://example.test/guides/', 'newborn', 'all')).toBe(
    'https://example.test/guides/g/newborn/all/',
  );
});
