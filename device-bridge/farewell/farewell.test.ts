import { afterEach, expect, test, vi } from 'vitest';
import { farewellDelays } from './farewell.ts';
import { createFarewellKeeper } from './farewell-keeper.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

function keeperOf() {
  const found = { dirty: false, card: false, papers: false, changes: 0 };
  const keeper = createFarewellKeeper({
    checks: [
      { name: 'certificates', clean: () => true },
      { name: 'codes', clean: () => !found.dirty },
    ],
    cardLies: () => found.card,
    originalsLie: () => found.papers,
    onChange: () => {
      found.changes += 1;
    },
  });
  return { keeper, found };
}
const later = (ms: number): void => {
  const now = performance.now() + ms;
  vi.spyOn(performance, 'now').mockReturnValue(now);
};

test('“erased” is said because every holder was looked into, and not before', () => {
  const { keeper, found } = keeperOf();
  keeper.started();
  found.dirty = true;
  keeper.ended();
  expect(keeper.view).toMatchObject({ erased: false, cardLeft: false, papersLeft: false });
  expect(keeper.view?.checks).toEqual([
    { name: 'certificates', clean: true },
    { name: 'codes', clean: false },
  ]);
  found.dirty = false;
  keeper.tick();
  expect(keeper.view?.erased).toBe(true);
});

test('it goes after a while; a card that lies there is spoken of until it is taken', () => {
  const { keeper, found } = keeperOf();
  keeper.started();
  keeper.ended();
  found.card = true;
  later(farewellDelays.shownMs);
  keeper.tick();
  expect(keeper.view?.cardLeft).toBe(true);
  found.card = false;
  keeper.tick();
  expect(keeper.view).toBeNull();
});

test('the next citizen does not read of the one before', () => {
  const { keeper } = keeperOf();
  keeper.started();
  keeper.paperMoved();
  keeper.ended();
  expect(keeper.view?.papersLeft).toBe(true);
  keeper.started();
  expect(keeper.view).toBeNull();
  keeper.ended();
  expect(keeper.view?.papersLeft).toBe(false);
});

test('papers that lay on the scanner before anybody came are not this citizen’s', () => {
  const { keeper, found } = keeperOf();
  found.papers = true;
  keeper.started();
  keeper.ended();
  expect(keeper.view?.originalsLeft).toBe(false);
  found.papers = false;
  keeper.started();
  found.papers = true;
  keeper.ended();
  expect(keeper.view?.originalsLeft).toBe(true);
});
