import { expect, test } from 'vitest';
import { inspectPage } from '../page/inspect-page.ts';
import { samplePages, takePicture } from './sample-pages.ts';

const a4 = { width: 2480, height: 3508, dpi: 150, grey: false, number: null };

test.each([
  ['form', []],
  ['filled', []],
  ['crooked', ['page-skewed']],
  ['dark', ['page-too-dark']],
  ['blank', ['page-blank']],
  ['cut', ['page-cut-edge']],
  ['blurred', ['page-blurred']],
] as const)('shows what it is called: %s', async (pageId, problems) => {
  const jpeg = await takePicture({ ...a4, pageId });
  expect((await inspectPage({ jpeg, dpi: 150 })).problems).toEqual(problems);
});

test('has a label for each, and no page of another name', async () => {
  expect(samplePages.map(({ id }) => id)).toEqual(['form', 'filled', 'crooked', 'dark', 'blank', 'cut', 'blurred']);
  await expect(takePicture({ ...a4, pageId: 'none' })).rejects.toThrow('no sample page none');
});
