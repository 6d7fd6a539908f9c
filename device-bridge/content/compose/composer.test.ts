import { expect, test } from 'vitest';
import { composerThread } from './composer.ts';

test('what is asked while the thread before is ending gets an answer', async () => {
  const composer = composerThread({ placeCode: '331003204', contentOrigin: 'https://guides.example/' });
  expect((await composer.compose([])).composed).toBe(true);
  const resting = composer.rest();
  expect((await composer.compose([])).composed).toBe(true);
  await resting;
  await composer.rest();
});
