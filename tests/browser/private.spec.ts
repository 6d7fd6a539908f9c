import type { Page } from '@playwright/test';
import { holdDelays } from '../../kiosk/private/hold.ts';
import { shadeDelays } from '../../kiosk/private/shade.ts';
import type { House } from '../support/house.ts';
import { expect, type Kiosk, kioskOn, withImpatientHouse } from './kiosk.ts';
import { expectNoTraces } from './traces.ts';

/** 王小明 of the sample cards. */
const wang = { cardId: 'wang-xiaoming', name: '王小明', idNumber: '331003199005120018' };

const test = withImpatientHouse(8);

async function toChoice({ begin, touch, sees }: Kiosk, house: House): Promise<void> {
  await begin();
  await touch(/打印证明/);
  await sees('请把身份证平放到读卡区');
  await house.dock({ type: 'card/insert', cardId: wang.cardId });
  await sees('要打印哪一份？');
}

async function leave(kiosk: Kiosk): Promise<void> {
  await kiosk.touch('不打印了');
  await kiosk.touch('结束离开');
  await kiosk.sees('所有痕迹已清除');
}

/** What is said aloud from now on. */
async function listenIn(page: Page): Promise<() => Promise<string>> {
  await page.evaluate(() => {
    const said: string[] = [];
    Object.assign(window, { heard: said });
    document.addEventListener('speech-said', event => said.push((event as CustomEvent<{ text: string }>).detail.text));
  });
  return () => page.evaluate(() => (Reflect.get(window, 'heard') as string[]).join('\n'));
}

const whole = (page: Page) => page.getByText(`${wang.name}，您好`);
const covers = (page: Page) => page.getByRole('button', { name: '已遮住，点一下恢复' });

test('the name is whole while it is held, by finger or key, masked again at once, and nowhere afterwards', async ({
  kiosk,
  house,
  page,
}) => {
  await toChoice(kiosk, house);
  const line = page.getByRole('button', { name: /按住可看全部/ });
  const answered = page.waitForRequest(/\/holder$/);
  await line.hover();
  await page.mouse.down();
  await answered;
  await expect(whole(page)).toBeVisible();
  await expect(page.getByText(wang.idNumber)).toBeVisible();
  await kiosk.sees('松手就遮住');
  await page.mouse.up();
  expect(await page.content()).not.toContain(wang.idNumber);
  await kiosk.sees(/王\*明/);

  await page.keyboard.press('Tab');
  await line.focus();
  await page.keyboard.down('Enter');
  await expect(whole(page)).toBeVisible();
  // Whoever answers “are you still there?” need not be the citizen; losing the focus is the key let go.
  await page.evaluate(() => dispatchEvent(new Event('blur')));
  await expect(whole(page)).toHaveCount(0);
  await page.keyboard.up('Enter');

  // A touch in passing asks for nothing.
  const asked: string[] = [];
  page.on('request', request => asked.push(request.url()));
  await line.click({ delay: holdDelays.longEnoughMs / 10 });
  await kiosk.touch('遮一下');
  await expect(covers(page).first()).toBeVisible();
  expect(asked.filter(url => url.endsWith('/holder'))).toEqual([]);

  const { visit } = await house.state();
  const address = `${house.kioskUrl}/api/visit/${visit.phase === 'idle' ? '' : visit.id}/holder`;
  await leave(kiosk);
  expect((await fetch(address)).status).toBe(409);
  await expectNoTraces(page, house, wang);
});

test('the shade covers all that is personal, on this screen and the next, until it is touched', async ({
  kiosk,
  house,
  page,
}) => {
  await page.clock.install();
  await page.reload();
  await toChoice(kiosk, house);
  await kiosk.touch(/社会保险参保证明/);
  await kiosk.sees('请核对');
  const sheet = page.getByRole('img', { name: /的预览/ });
  await expect(sheet).toBeVisible();
  await kiosk.touch('遮一下');
  await expect(covers(page)).toHaveCount(2);
  await expect(sheet).toHaveCount(0);
  await kiosk.touch('换一份');
  await kiosk.sees('要打印哪一份？');
  await expect(covers(page)).toHaveCount(2);
  await expect(page.locator('.offer').first()).toBeHidden();
  await covers(page).first().tap();
  await expect(covers(page)).toHaveCount(0);
  await expect(page.locator('.offer').first()).toBeVisible();

  // By itself it takes only what names somebody; the list can still be used.
  await page.clock.fastForward(shadeDelays.untouchedMs);
  await expect(covers(page)).toHaveCount(1);
  await expect(page.locator('.offer').first()).toBeVisible();
  await page.locator('.certificates h1').tap();
  await expect(covers(page)).toHaveCount(0);
  await leave(kiosk);
});

test('a card and papers left behind are said aloud to whoever goes, and the next touch ends that', async ({
  kiosk,
  house,
  page,
}) => {
  await toChoice(kiosk, house);
  await kiosk.touch(/社会保险参保证明/);
  await kiosk.touch(/^打印$/);
  await kiosk.sees('打印好了');
  const heard = await listenIn(page);
  await kiosk.touch(/都拿好了/);
  await kiosk.sees('请带走身份证');
  await kiosk.sees('请带走打印的纸');
  await kiosk.sees('所有痕迹已清除');
  await expect.poll(heard).toContain('请带走身份证，还在读卡区。');
  expect((await house.state()).visit).toMatchObject({ phase: 'idle', farewell: { erased: true, cardLeft: true } });
  await expectNoTraces(page, house, wang);

  await house.dock({ type: 'card/remove' });
  await expect(page.getByText('请带走身份证')).toHaveCount(0);
  await kiosk.begin();
  await expect(page.locator('.farewell')).toHaveCount(0);
  expect((await house.state()).visit.phase).toBe('present');
});

test('what is left anywhere takes the tick away and says whom to call', async ({ kiosk, page }) => {
  await kiosk.begin();
  await page.evaluate(() => localStorage.setItem('somebody', 'something'));
  await kiosk.touch('结束离开');
  await kiosk.sees('还有信息没有清干净');
  await kiosk.sees('请按“求助”叫工作人员来看，或拨打 12345');
  await expect(page.locator('.farewell-checked li:not([data-clean])')).toHaveText(/本机存储/);
  await expect(page.getByText('所有痕迹已清除')).toHaveCount(0);
  await page.evaluate(() => localStorage.clear());
  await kiosk.sees('所有痕迹已清除');
});

test('the warning covers, counts aloud, is answered by a key, and wipes also what a dialog lies over', async ({
  impatient,
  page,
}) => {
  await page.goto(impatient.kioskUrl);
  const kiosk = kioskOn(page);
  await impatient.until('services', state => state.services.certificates.available && state.content.digest !== null);
  const heard = await listenIn(page);
  await kiosk.touch('朗读');
  await kiosk.touch(/打印证明/);
  await impatient.dock({ type: 'card/insert', cardId: wang.cardId });
  await kiosk.sees(/王\*明/);
  await page.getByRole('button', { name: /按住可看全部/ }).hover();
  await page.mouse.down();
  await expect(whole(page)).toBeVisible();
  await kiosk.sees('您还在吗？');
  await expect(whole(page)).toHaveCount(0);
  await page.mouse.up();
  await expect.poll(heard).toContain('还有 5 秒');
  await page.keyboard.press('Enter');
  await expect(page.getByText('您还在吗？')).toHaveCount(0);
  await expect(covers(page).first()).toBeVisible();
  await page.keyboard.press('F1');
  await kiosk.sees('需要帮忙？');
  await kiosk.sees('您还在吗？');
  await page.getByRole('button', { name: '结束', exact: true }).tap();
  await kiosk.sees('请带走身份证');
  await kiosk.sees('所有痕迹已清除');
  await expect(page.locator('dialog')).toHaveCount(0);
  await expectNoTraces(page, impatient, wang);
});
