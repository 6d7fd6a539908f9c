import type { Page } from '@playwright/test';
import { expect, type Kiosk, test } from './kiosk.ts';

const openTime = new Date('2026-11-23T09:40:00+08:00');
const closedTime = new Date('2026-11-23T20:00:00+08:00');

async function beginAt(kiosk: Kiosk, time: Date): Promise<void> {
  await kiosk.page.clock.setFixedTime(time);
  await kiosk.page.reload();
  await kiosk.begin();
}

/** Pairs of touchable names that cover each other, and those that are too small or stick out. */
async function mapFaults(page: Page): Promise<string[]> {
  return page.locator('.map-place').evaluateAll(places => {
    const boxes = places.map(place => ({ name: place.textContent, box: place.getBoundingClientRect() }));
    const map = places[0]?.closest('.district-map')?.getBoundingClientRect();
    return boxes.flatMap(({ name, box: a }, index) => [
      ...(Math.min(a.width, a.height) < 59.9 ? [`${name} is small`] : []),
      ...(map && (a.left < map.left || a.right > map.right || a.top < map.top || a.bottom > map.bottom)
        ? [`${name} sticks out`]
        : []),
      ...boxes
        .slice(index + 1)
        .filter(({ box: b }) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
        .map(other => `${name} covers ${other.name}`),
    ]);
  });
}

test.describe('a citizen looks for a service centre', () => {
  test('sees all 19 on the map and in a list, the nearest first, and one of them whole', async ({ kiosk }) => {
    await beginAt(kiosk, openTime);
    await kiosk.touch(/就近网点/);
    const rows = kiosk.page.locator('.place-row');
    await expect(rows).toHaveCount(19);
    await expect(rows.nth(0)).toContainText('您在这里');
    const distances = (await rows.allInnerTexts()).slice(1).map(text => Number(/约 (\d+) 公里/.exec(text)?.[1]));
    expect(distances).toEqual(distances.toSorted((a, b) => a - b));
    await expect(kiosk.page.locator('.map-place')).toHaveCount(19);
    await kiosk.page.locator('.map-place', { hasText: '高桥' }).tap();
    await kiosk.sees('高桥街道便民服务中心');
    await kiosk.sees('0576-80001008');
    await kiosk.sees('自助区 24 小时开放');
    await kiosk.touch('看全部网点');
    await expect(rows).toHaveCount(19);
  });

  for (const [name, width, height] of [
    ['portrait', 1080, 1920],
    ['landscape', 1920, 1080],
  ] as const)
    test(`no name on the map covers another: ${name}`, async ({ kiosk }) => {
      await kiosk.page.setViewportSize({ width, height });
      await kiosk.begin();
      await kiosk.touch(/就近网点/);
      await expect(kiosk.page.locator('.map-place')).toHaveCount(19);
      expect(await mapFaults(kiosk.page)).toEqual([]);
      await kiosk.touch(/English/);
      await kiosk.sees('A sketch, not a map');
      expect(await mapFaults(kiosk.page)).toEqual([]);
      await kiosk.touch(/Large type/);
      await kiosk.touch(/^Map$/);
      await expect(kiosk.page.locator('.map-place')).toHaveCount(19);
      expect(await mapFaults(kiosk.page)).toEqual([]);
    });

  test('asks for the open ones, and at night is told who opens first', async ({ kiosk }) => {
    await beginAt(kiosk, openTime);
    await kiosk.touch(/就近网点/);
    await kiosk.page.getByRole('radio', { name: '现在开门的 19' }).tap();
    await expect(kiosk.page.locator('.place-row')).toHaveCount(19);
    await kiosk.page.clock.setFixedTime(closedTime);
    // The clock of the screen goes by the minute; another visit to it begins with the present time.
    await kiosk.page.reload();
    await kiosk.touch(/就近网点/);
    await kiosk.page.getByRole('radio', { name: '现在开门的 0' }).tap();
    await kiosk.sees('现在没有开门的网点');
    await expect(kiosk.page.locator('.place-row')).toHaveCount(1);
    await kiosk.sees('明早 8:30 开门');
  });

  test('finds the centre of a village by the first letter of its name', async ({ kiosk }) => {
    await kiosk.begin();
    await kiosk.touch(/就近网点/);
    await kiosk.touch('按村找');
    await kiosk.page.getByRole('radio', { name: 'C', exact: true }).tap();
    await kiosk.touch(/蔡家洋村/);
    await kiosk.sees('南城街道便民服务中心');
  });

  test('comes from a guide and sees where that is handled', async ({ kiosk }) => {
    await beginAt(kiosk, closedTime);
    await kiosk.touch(/按领域/);
    await kiosk.touch(/社会保险/);
    await kiosk.touch(/灵活就业人员参保登记/);
    await kiosk.touch('看看哪里开着门');
    await expect(kiosk.page.getByRole('heading', { name: '哪里能办：灵活就业人员参保登记' })).toBeVisible();
    await kiosk.touch('返回');
    await expect(kiosk.page.locator('.guide')).toBeVisible();
  });
});
