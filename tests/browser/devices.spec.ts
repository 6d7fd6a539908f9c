import type { Page } from '@playwright/test';
import type { Generation } from '../../content/model/generation.ts';
import type { House } from '../support/house.ts';
import { readQrCode, run } from '../support/programs.ts';
import { expect, type Kiosk, test } from './kiosk.ts';

test.beforeEach(async ({ house }) => {
  await house.dock({ type: 'scanner/set', plugged: true, cover: 'closed', jam: false, feederSheets: 0 });
  await house.dock({ type: 'receipt-printer/set', plugged: true, paper: 'full', cover: 'closed', cutterStuck: false });
  await house.dock({ type: 'code-reader/plug', plugged: true });
  await house.dock({ type: 'social-security-card/plug', plugged: true });
  await house.dock({ type: 'social-security-card/remove' });
});

/** What a reader that types like a keyboard does: every key at once, no pause for an answer. */
async function typeLikeReader(page: Page, text: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const press = (key: string, written: string): Promise<unknown>[] => [
    session.send('Input.dispatchKeyEvent', { type: 'keyDown', key, text: written }),
    session.send('Input.dispatchKeyEvent', { type: 'keyUp', key }),
  ];
  await Promise.all([...Array.from(text, key => press(key, key)).flat(), ...press('Enter', '\r')]);
  await session.detach();
}

/** The code of a guide in one of its situations, as it stands on a poster. */
async function guideCode(house: House, matterId: string): Promise<{ address: string; key: string }> {
  const { content, contentOrigin } = await house.state();
  const response = await fetch(new URL(`/api/content/${content.digest}`, house.kioskUrl));
  const { codes }: Generation = await response.json();
  const [key = '', id = ''] = Object.entries(codes[matterId] ?? {}).at(-1) ?? [];
  return { address: `${contentOrigin}c/${id}/`, key };
}

const guideTitle = (kiosk: Kiosk) => kiosk.page.locator('main.guide h1');
const matterId = 'flexible-employment-enrolment';

test.describe('the devices on the screen', () => {
  test('home is calm when all work, and names each one that does not, also where it is offered', async ({
    kiosk,
    house,
  }) => {
    await kiosk.begin();
    await kiosk.sees('其他设备可用');
    await house.dock({ type: 'receipt-printer/set', paper: 'out' });
    await kiosk.sees('小票打印机没有纸了');
    await house.dock({ type: 'receipt-printer/set', plugged: false });
    await kiosk.sees('小票打印机没有连接好');
    await house.dock({ type: 'receipt-printer/set', plugged: true, paper: 'full' });
    await expect(kiosk.page.locator('.device-fails')).toHaveCount(0);

    // What it is offered for says so too, with another way.
    await kiosk.sees('手里有二维码？对准扫码口，直接打开');
    await house.dock({ type: 'code-reader/plug', plugged: false });
    await kiosk.sees(/扫码器没有连接好，可以在屏幕上查找/);
    await house.dock({ type: 'code-reader/plug', plugged: true });
    await kiosk.sees('手里有二维码？对准扫码口，直接打开');
  });
});

test.describe('a code held before the reader', () => {
  test('opens its guide in its situation, while nobody is there too; of no use here, it is said in words', async ({
    kiosk,
    house,
  }) => {
    const { address, key } = await guideCode(house, matterId);
    await house.dock({ type: 'code/show', text: address });
    await expect(guideTitle(kiosk)).toHaveText('灵活就业人员参保登记');
    await expect(kiosk.page.getByRole('radio', { checked: true })).toHaveCount(key.split('.').length);
    await house.until('seen', ({ visit }) => visit.phase === 'present' && visit.scanned === null);
    await kiosk.touch('首页');
    await kiosk.sees('您好，想办什么事？');

    await house.dock({ type: 'code/show', text: '6901234567892' });
    await kiosk.sees('这个二维码不是本机能用的');
    await kiosk.touch('知道了');
    await kiosk.sees('您好，想办什么事？');
    await expect(kiosk.page.locator('dialog[open]')).toHaveCount(0);
  });

  test('of a printed certificate shows what the platform says of it', async ({ kiosk, house, page }, testInfo) => {
    const before = new Set(await house.printed());
    await kiosk.begin();
    await kiosk.touch(/打印证明/);
    await kiosk.sees('请把身份证平放到读卡区');
    await house.dock({ type: 'card/insert', cardId: 'wang-xiaoming' });
    await kiosk.touch(/社会保险参保证明/);
    await kiosk.touch(/^打印$/);
    await kiosk.sees('打印好了');
    await kiosk.touch(/都拿好了/);
    await kiosk.sees('点一下屏幕，开始');
    await house.dock({ type: 'card/remove' });

    const sheet = (await house.printed()).find(file => !before.has(file)) ?? '';
    const picture = testInfo.outputPath('sheet');
    await run('pdftoppm', ['-png', '-r', '150', '-f', '1', '-l', '1', '-singlefile', sheet, picture]);
    await house.dock({ type: 'code/show', text: await readQrCode(`${picture}.png`) });
    await kiosk.sees('这份证明有效');
    await kiosk.sees(/HY331003-\d{4}-\d{6}-\w/);
    await kiosk.sees('王*明');
    await expect(page.getByText('王小明')).toHaveCount(0);
    await kiosk.touch('知道了');
    await kiosk.sees('您好，想办什么事？');

    await house.dock({ type: 'code/show', text: `${house.platformUrl}/v/${'A'.repeat(22)}` });
    await kiosk.sees('没有查到这份证明');
  });
});

test.describe('a reader that types like a keyboard', () => {
  test('never writes into a field, while a person’s keys all arrive and a keypad works on', async ({
    kiosk,
    house,
    page,
  }) => {
    const { address } = await guideCode(house, matterId);
    await kiosk.begin();
    await page.evaluate(() => {
      const field = document.createElement('input');
      field.id = 'form-field';
      document.querySelector('main')?.append(field);
      field.focus();
    });
    const field = page.locator('#form-field');
    await page.keyboard.type('a b', { delay: 100 });
    await expect(field).toHaveValue('a b');
    await typeLikeReader(page, '6901234567892');
    await kiosk.sees('这个二维码不是本机能用的');
    await expect(field).toHaveValue('a b');
    await kiosk.touch('知道了');
    await house.until('seen', ({ visit }) => visit.phase === 'present' && visit.scanned === null);
    await typeLikeReader(page, address);
    await expect(guideTitle(kiosk)).toHaveText('灵活就业人员参保登记');

    await page.getByRole('button', { name: '大字' }).focus();
    await page.keyboard.press('Space');
    await expect(page.locator('html')).toHaveAttribute('data-type', 'large');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(page.locator('html')).toHaveAttribute('data-contrast', 'high');
  });
});

test.describe('the readiness screen', () => {
  test('opens by a long press without a visit, by F2 and by its address, follows the devices and prints its report', async ({
    kiosk,
    house,
    page,
  }) => {
    const before = (await house.printed()).length;
    const place = await page.locator('.top-bar-place').boundingBox();
    await page.mouse.move((place?.x ?? 0) + 20, (place?.y ?? 0) + 20);
    await page.mouse.down();
    await kiosk.sees('全部正常 All work');
    await page.mouse.up();
    expect((await house.state()).visit.phase).toBe('idle');
    for (const name of ['身份证读卡器', '证明打印机', '社保卡读卡器', '扫码器', '小票打印机', '扫描仪'])
      await expect(page.getByRole('heading', { name })).toBeVisible();

    await house.dock({ type: 'code-reader/plug', plugged: false });
    await kiosk.sees('1 样不能用 1 failing');
    await kiosk.sees(/E821 扫码器没有连接好/);
    await house.dock({ type: 'code-reader/plug', plugged: true });
    await kiosk.sees('全部正常 All work');

    await kiosk.touch(/打印报告/);
    await kiosk.sees('报告打印好了 Printed');
    await expect.poll(async () => (await house.printed()).length).toBe(before + 1);
    await kiosk.touch(/返回 Back/);
    await kiosk.sees('点一下屏幕，开始');

    await page.keyboard.press('F2');
    await kiosk.sees('设备检查');
    await kiosk.touch(/返回 Back/);
    await page.goto(`${house.kioskUrl}/?readiness`);
    await kiosk.sees('设备检查');
    await kiosk.touch(/返回 Back/);
    await expect(page).toHaveURL(`${house.kioskUrl}/`);
  });
});

test('the dock moves the further devices', async ({ kiosk, house, browser }) => {
  await kiosk.begin();
  const dock = await (await browser.newContext({ viewport: { width: 1000, height: 1300 } })).newPage();
  await dock.goto(`${house.kioskUrl}/dock`);
  const panel = (name: string) => dock.getByRole('region', { name: new RegExp(`^${name}`) });
  await panel('扫描仪').getByRole('switch', { name: '上盖开着' }).click();
  await kiosk.sees('扫描仪的盖子开着');
  await panel('扫描仪').getByRole('switch', { name: '上盖开着' }).click();
  await panel('小票打印机')
    .getByRole('button', { name: /没有纸/ })
    .click();
  await kiosk.sees('小票打印机没有纸了');
  await panel('小票打印机')
    .getByRole('button', { name: /有纸 Full/ })
    .click();
  await panel('社保卡读卡器').getByRole('switch', { name: '连线接好' }).click();
  await kiosk.sees('社保卡读卡器没有连接好');
  await panel('社保卡读卡器').getByRole('switch', { name: '连线接好' }).click();
  await expect(kiosk.page.getByText('社保卡读卡器没有连接好')).toHaveCount(0);
  await panel('社保卡读卡器').getByRole('listitem').first().getByRole('button').click();
  await kiosk.sees('请取走社保卡');
  await panel('扫码器').getByRole('textbox').fill('6901234567892');
  await panel('扫码器').getByRole('button', { name: /出示/ }).click();
  await kiosk.sees('这个二维码不是本机能用的');
  await dock.context().close();
});
