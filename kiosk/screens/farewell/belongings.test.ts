import { expect, it } from 'vitest';
import type { DevicesView, FarewellView } from '../../../device-bridge/api/types.ts';
import { belongings } from './belongings.ts';

const view = (left: Partial<FarewellView>): FarewellView => ({
  ...{ at: 1, erased: true, checks: [], cardLeft: false, papersLeft: false, originalsLeft: false },
  ...left,
});
const devices = (states: { reader?: string; card?: string }) =>
  ({
    idCardReader: { state: states.reader ?? 'ready' },
    socialSecurityCard: states.card === undefined ? null : { state: states.card },
  }) as DevicesView;

it('names the very card that lies there, and only a card when none is seen any more', () => {
  expect(belongings(view({ cardLeft: true }), devices({ reader: 'card-present' }))).toEqual(['id-card']);
  expect(belongings(view({ cardLeft: true }), devices({ reader: 'unreadable' }))).toEqual(['id-card']);
  expect(belongings(view({ cardLeft: true }), devices({ card: 'card-present' }))).toEqual(['social-security-card']);
  expect(belongings(view({ cardLeft: true }), devices({}))).toEqual(['card']);
  expect(belongings(view({}), devices({ reader: 'card-present' }))).toEqual([]);
});

it('tells what was printed from what was brought along, and what is seen comes first', () => {
  expect(belongings(view({ papersLeft: true }), devices({}))).toEqual(['paper']);
  const all = view({ papersLeft: true, originalsLeft: true, cardLeft: true });
  expect(belongings(all, devices({ reader: 'card-present' }))).toEqual(['id-card', 'original', 'paper']);
});
