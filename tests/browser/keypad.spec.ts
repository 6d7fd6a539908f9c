import type { Locator, Page } from '@playwright/test';
import { expect, type Kiosk, test } from './kiosk.ts';

/** Presses the arrow that points most towards it, as a person does, until it has the focus; then Enter. */
async function enter(page: Page, control: Locator): Promise<void> {
  await control.waitFor();
  await expect(async () => {
    const arrow = await control.evaluate(target => {
      const present = document.activeElement;
      if (present === target) return null;
      if (present === null || present === document.body || present.matches('main')) return 'ArrowDown';
      const [from, to] = [present.getBoundingClientRect(), target.getBoundingClientRect()];
      const apart = (a1: number, a2: number, b1: number, b2: number): number =>
        b1 >= a2 ? b1 - a2 + 1 : a1 >= b2 ? b2 - a1 - 1 : 0;
      const [across, down] = [
        apart(from.left, from.right, to.left, to.right),
        apart(from.top, from.bottom, to.top, to.bottom),
      ];
      if (down !== 0) return down > 0 ? 'ArrowDown' : 'ArrowUp';
      return across > 0 ? 'ArrowRight' : 'ArrowLeft';
    });
    if (arrow !== null) await page.keyboard.press(arrow);
    await expect(control).toBeFocused({ timeout: 50 });
  }).toPass({ intervals: [0] });
  await expect(page.locator('html')).toHaveAttribute('data-keys');
  await page.keyboard.press('Enter');
}

test.beforeEach(async ({ kiosk }) => {
  // The built page shows its first picture before its program runs; this part of it comes from the program.
  await kiosk.sees('人工窗口');
});

const button = ({ page }: Kiosk, name: string | RegExp): Locator => page.getByRole('button', { name }).first();

test('a guide is found, read and left with a keypad alone', async ({ kiosk, page }) => {
  await page.keyboard.press('Enter');
  await kiosk.sees('您好，想办什么事？');
  await enter(page, button(kiosk, /输入事情的名字/));
  await kiosk.sees('找一件事');
  for (const letter of 'linghuo') await page.keyboard.press(letter, { delay: 40 });
  await enter(page, button(kiosk, /灵活就业人员参保登记/));
  await expect(page.getByRole('heading', { name: '灵活就业人员参保登记' })).toBeVisible();
  await enter(page, page.getByRole('radio', { name: '在外省' }));
  await expect(page.getByRole('radio', { name: '在外省' })).toBeChecked();
  await enter(page, button(kiosk, '步骤和常见问题'));
  await expect(page.locator('dialog[open]')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator('dialog[open]')).toHaveCount(0);
  await page.keyboard.press('Backspace');
  await kiosk.sees('找一件事');
  // Backspace takes the letters back first, and only then the screen.
  for (const _ of 'linghuo') await page.keyboard.press('Backspace');
  await kiosk.sees('找一件事');
  await page.keyboard.press('Backspace');
  await kiosk.sees('您好，想办什么事？');
});

test('a certificate is printed with a keypad alone', async ({ kiosk, page, house }) => {
  await page.keyboard.press('Enter');
  await enter(page, button(kiosk, /打印证明/));
  await kiosk.sees('请把身份证平放到读卡区');
  await house.dock({ type: 'card/insert', cardId: 'wang-xiaoming' });
  await enter(page, button(kiosk, /社会保险参保证明/));
  await enter(page, button(kiosk, /^打印$/));
  await kiosk.sees('打印好了');
  await enter(page, button(kiosk, /都拿好了/));
  await kiosk.sees('点一下屏幕，开始');
});

test('the help key calls the help from everywhere, the home key leads home, Escape one step back', async ({
  kiosk,
  page,
}) => {
  await page.keyboard.press('F1');
  await kiosk.sees('12345');
  await expect(page.locator('dialog[open]')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(page.locator('dialog[open]')).toHaveCount(0);
  await enter(page, button(kiosk, /按领域/));
  await enter(page, button(kiosk, /社会保险/));
  await page.keyboard.press('F1');
  await expect(page.locator('dialog[open]')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { name: '查办事指南' })).toBeVisible();
  await page.keyboard.press('Home');
  await kiosk.sees('您好，想办什么事？');
});

test('the focus is shown to whoever uses keys, and to nobody who touches', async ({ kiosk, page }) => {
  await kiosk.begin();
  const ring = (): Promise<string> =>
    page.evaluate(() => getComputedStyle(document.activeElement ?? document.body).outlineStyle);
  await kiosk.touch('大字');
  expect(await ring()).toBe('none');
  await page.keyboard.press('ArrowLeft');
  await expect.poll(ring).toBe('solid');
  await kiosk.touch('大字');
  expect(await ring()).toBe('none');
});
