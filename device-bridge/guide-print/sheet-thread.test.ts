import { expect, test } from 'vitest';
import { sheetThread } from './sheet-thread.ts';
import type { TickList } from './tick-list.ts';

const list: TickList = {
  ...{ language: 'zh', title: '犬只登记', otherTitle: '', sample: true, situation: [], groups: [], where: [] },
  ...{ facts: [{ name: '费用', value: '不收费' }], steps: [], phones: [], place: '', printedAt: '', guideUrl: null },
};

test('a list that cannot be set is a failure, and the next one gets a thread of its own', async () => {
  const thread = sheetThread();
  // The template has no colour for a need that nobody knows.
  const strange = { ...list, groups: [{ need: 'nobody-knows' as never, heading: '', items: [] }] };
  await expect(thread.typeset(strange)).rejects.toThrow('could not be set');
  const pdf = await thread.typeset(list);
  expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe('%PDF-');
  await thread.rest();
  expect((await thread.typeset(list)).length).toBeGreaterThan(1000);
  await thread.rest();
});
