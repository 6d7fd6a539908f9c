import { writeFile } from 'node:fs/promises';
import { readQrCode } from '../support/programs.ts';
import { expect, type Kiosk, test } from './kiosk.ts';

async function typeLetters(kiosk: Kiosk, letters: string): Promise<void> {
  for (const letter of letters) await kiosk.page.getByRole('button', { name: letter, exact: true }).tap();
}

test.describe('a citizen looks up a guide', () => {
  test('comes from the attract screen to a home that says where, when, and what works', async ({ kiosk }) => {
    await kiosk.sees('院桥镇便民服务中心');
    await kiosk.begin();
    await kiosk.sees('院桥镇便民服务中心');
    await kiosk.sees(/^\d{1,2}:\d{2}$/);
    await kiosk.sees('咨询 12345');
    await kiosk.sees('读卡器可用');
    await kiosk.sees(/打印机可用/);
  });

  for (const [typed, how] of [
    ['sbcbzm', 'initials'],
    ['shehuibaoxiancanbaozhengming', 'full pinyin'],
  ] as const)
    test(`finds 社会保险参保证明 by ${how}`, async ({ kiosk }) => {
      await kiosk.begin();
      await kiosk.touch(/输入事情的名字/);
      await typeLetters(kiosk, typed);
      await kiosk.touch(/社会保险参保证明/);
      await expect(kiosk.page.getByRole('heading', { name: '社会保险参保证明' })).toBeVisible();
    });

  test('finds it by Chinese words taken from the candidates', async ({ kiosk }) => {
    await kiosk.begin();
    await kiosk.touch(/输入事情的名字/);
    await typeLetters(kiosk, 'canbao');
    await kiosk.page.getByRole('button', { name: '参保', exact: true }).tap();
    await typeLetters(kiosk, 'zhengming');
    await kiosk.page.getByRole('button', { name: '证明', exact: true }).tap();
    await kiosk.touch(/社会保险参保证明/);
    await expect(kiosk.page.getByRole('heading', { name: '社会保险参保证明' })).toBeVisible();
  });

  test('is led on when nothing matches', async ({ kiosk }) => {
    await kiosk.begin();
    await kiosk.touch(/输入事情的名字/);
    await typeLetters(kiosk, 'qqqqq');
    await kiosk.sees('没有找到这件事');
    await kiosk.sees(/12345/);
  });

  test('finds matters by field, by level and by life event', async ({ kiosk }) => {
    await kiosk.begin();
    await kiosk.touch(/按领域/);
    await kiosk.touch(/社会保险/);
    await kiosk.touch(/灵活就业人员参保登记/);
    await expect(kiosk.page.getByRole('heading', { name: '灵活就业人员参保登记' })).toBeVisible();
    await kiosk.touch('首页');
    await kiosk.touch(/按层级/);
    for (const level of [/委托代收/, /授权下放/, /乡镇职权/]) await kiosk.sees(level);
    await kiosk.touch('首页');
    await kiosk.touch(/一件事/);
    await kiosk.touch(/出生/);
    await kiosk.touch(/新生儿/);
    await expect(kiosk.page.getByRole('heading', { name: /新生儿/ })).toBeVisible();
  });

  test('answers a question, sees the list change, and takes that very guide away on a phone', async ({
    kiosk,
    house,
    browser,
  }, testInfo) => {
    await kiosk.begin();
    await kiosk.touch(/输入事情的名字/);
    await typeLetters(kiosk, 'linghuo');
    await kiosk.touch(/灵活就业人员参保登记/);
    const list = kiosk.page.locator('section', { has: kiosk.page.getByRole('heading', { name: /要带|免带|不用带/ }) });
    const before = await list.innerText();
    await kiosk.page.getByRole('radio', { name: '在外省' }).tap();
    await expect.poll(() => list.innerText()).not.toBe(before);
    await kiosk.sees('示例');
    await kiosk.sees('在哪里办');

    await expect(kiosk.page.getByRole('img', { name: '这份指南的二维码' })).toBeVisible();
    const picture = testInfo.outputPath('guide.png');
    await writeFile(picture, await kiosk.page.screenshot());
    const address = await readQrCode(picture);
    expect(address.startsWith(`${house.platformUrl}/content/c/`)).toBe(true);

    // A phone: another browser, a small screen, and no JavaScript at all.
    const phone = await browser.newContext({ viewport: { width: 390, height: 844 }, javaScriptEnabled: false });
    const page = await phone.newPage();
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('灵活就业人员参保登记');
    await expect(page.locator('[aria-current]')).toHaveText('在外省');
    await phone.close();
  });

  test('sees all 19 places with their hours', async ({ kiosk }) => {
    await kiosk.begin();
    await kiosk.touch(/就近网点/);
    await kiosk.sees('上垟乡便民服务中心');
    await expect(kiosk.page.getByRole('heading', { name: /便民服务中心$/ })).toHaveCount(19);
    await expect(kiosk.page.getByText('自助区 24 小时开放')).toHaveCount(19);
  });
});
