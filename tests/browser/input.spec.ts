import type { Page } from '@playwright/test';
import { expect, type Kiosk, test } from './kiosk.ts';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const field = (page: Page) => page.locator('.find-field output');

async function openSearch(kiosk: Kiosk): Promise<Page> {
  await kiosk.begin();
  await kiosk.touch(/输入事情的名字/);
  return kiosk.page;
}

async function typeLetters(page: Page, letters: string): Promise<void> {
  for (const letter of letters) await button(page, letter).tap();
}

/** 垟 as it is written, stroke by stroke, in a square of 1. */
const yang: [number, number][][] = [
  [
    [0.05, 0.42],
    [0.35, 0.38],
  ],
  [
    [0.2, 0.15],
    [0.2, 0.75],
  ],
  [
    [0.02, 0.82],
    [0.4, 0.7],
  ],
  [
    [0.52, 0.1],
    [0.6, 0.22],
  ],
  [
    [0.88, 0.08],
    [0.78, 0.24],
  ],
  [
    [0.48, 0.32],
    [0.94, 0.3],
  ],
  [
    [0.52, 0.5],
    [0.9, 0.48],
  ],
  [
    [0.44, 0.68],
    [0.98, 0.66],
  ],
  [
    [0.71, 0.32],
    [0.71, 0.96],
  ],
];

async function write(page: Page, strokes: [number, number][][]): Promise<void> {
  const pad = await page.getByRole('img', { name: '手写区' }).boundingBox();
  if (pad === null) throw new Error('no pad to write on');
  const side = pad.height * 0.9;
  const at = ([x, y]: [number, number]): [number, number] => [
    pad.x + (pad.width - side) / 2 + x * side,
    pad.y + pad.height * 0.05 + y * side,
  ];
  for (const [from, ...to] of strokes) {
    if (from === undefined) continue;
    await page.mouse.move(...at(from));
    await page.mouse.down();
    for (const point of to) await page.mouse.move(...at(point), { steps: 8 });
    await page.mouse.up();
  }
}

test.describe('a citizen writes', () => {
  test('a local name in pinyin, word by word, and takes it back with one touch', async ({ kiosk }) => {
    const page = await openSearch(kiosk);
    await typeLetters(page, 'shangyangzhengming');
    await button(page, '上垟').tap();
    await expect(field(page)).toHaveText('上垟zhengming');
    await button(page, '证明').tap();
    await expect(field(page)).toHaveText('上垟证明');
    await button(page, '清空').tap();
    await expect(field(page)).not.toContainText('上垟');
    await button(page, '恢复').tap();
    await expect(field(page)).toHaveText('上垟证明');
  });

  test('a rare character from a later page of candidates', async ({ kiosk }) => {
    const page = await openSearch(kiosk);
    await typeLetters(page, 'ji');
    const rare = button(page, '芨');
    for (const later = button(page, '后面的候选词'); !(await rare.isVisible()); await later.tap())
      await expect(later).toBeEnabled();
    await rare.tap();
    await expect(field(page)).toHaveText('芨');
  });

  test('垟 by hand, after a stroke taken back', async ({ kiosk }) => {
    const page = await openSearch(kiosk);
    await button(page, '手写').tap();
    await write(page, [
      [
        [0.1, 0.1],
        [0.9, 0.9],
      ],
    ]);
    await expect(page.locator('.candidate-words button')).toHaveCount(8);
    await button(page, '退一笔').tap();
    await write(page, yang);
    await button(page, '垟').tap();
    await expect(field(page)).toHaveText('垟');
    await expect(page.locator('.candidate-words button')).toHaveCount(0);
  });

  test('digits, a capital letter and the dot of a name, and deletes while the key is held', async ({ kiosk }) => {
    const page = await openSearch(kiosk);
    await button(page, '数字').tap();
    for (const key of '2026·X') await button(page, key).tap();
    await button(page, '字母').tap();
    await button(page, 'A').tap();
    await expect(field(page)).toHaveText('2026·XA');
    await button(page, '删除').hover();
    await page.mouse.down();
    await expect(field(page)).not.toContainText('2');
    await page.mouse.up();
    await kiosk.sees('大家常找的');
  });

  for (const [orientation, viewport] of [
    ['portrait', { width: 1080, height: 1920 }],
    ['landscape', { width: 1920, height: 1080 }],
  ] as const)
    test(`on keys that are large enough and cut nothing, in large type, ${orientation}`, async ({ kiosk }) => {
      await kiosk.page.setViewportSize(viewport);
      const page = await openSearch(kiosk);
      await button(page, '大字').tap();
      await typeLetters(page, 'shi');
      await expect(page.locator('.candidate-words button').first()).toBeVisible();
      for (const way of ['拼音', '手写', '数字', '字母']) {
        await button(page, way).tap();
        const keys = await page.locator('.input-panel button').evaluateAll(all =>
          all.map(key => {
            const { width, height, bottom, right } = key.getBoundingClientRect();
            return {
              words: key.textContent,
              cut: key.scrollWidth > key.clientWidth || key.scrollHeight > key.clientHeight,
              small: width < 60 || height < 84,
              outside: key.closest('.candidate-words') === null && (bottom > innerHeight || right > innerWidth),
            };
          }),
        );
        expect(keys.filter(({ cut, small, outside }) => cut || small || outside)).toEqual([]);
      }
    });
});
