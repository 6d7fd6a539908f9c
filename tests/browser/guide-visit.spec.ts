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

  test('keeps a later answer when an earlier one is changed and changed back', async ({ kiosk }) => {
    await openGuide(kiosk, /住房公积金/, /住房公积金提取/);
    const radio = (name: string) => kiosk.page.getByRole('radio', { name, exact: true });
    await radio('买房').tap();
    await radio('二手房').tap();
    await radio('租房').tap();
    await expect(radio('二手房')).toHaveCount(0);
    await radio('买房').tap();
    await expect(radio('二手房')).toHaveAttribute('aria-checked', 'true');
    await expect(kiosk.page.getByRole('button', { name: /不动产权登记信息/ })).toContainText('免带');
  });

  test('touches a material and sees what it is', async ({ kiosk }) => {
    await openGuide(kiosk, /社会保险/, /灵活就业人员参保登记/);
    await kiosk.touch(/户口簿.*免带/);
    const panel = kiosk.page.getByRole('dialog', { name: '户口簿' });
    await expect(panel.getByText('公安那里查得到，不用您带')).toBeVisible();
    await expect(panel.locator('.paper-drawing')).toBeVisible();
    await panel.getByRole('button', { name: '关闭' }).tap();
    await expect(panel).toHaveCount(0);
  });

  test('has the code drawn with the guide, and one of its own for a company', async ({ kiosk, house }, testInfo) => {
    await openGuide(kiosk, /不动产登记/, /房屋过户登记/);
    const codeNow = async (): Promise<string> => {
      const picture = testInfo.outputPath('guide.png');
      await writeFile(picture, await kiosk.page.screenshot());
      return readQrCode(picture);
    };
    const person = await codeNow();
    await kiosk.page.getByRole('radio', { name: '企业' }).tap();
    await kiosk.sees('手机扫码，企业在网上办');
    const company = await codeNow();
    expect(company.startsWith(`${house.platformUrl}/content/c/`)).toBe(true);
    expect(company).not.toBe(person);
    const page = await (await fetch(company)).text();
    expect(page).toContain('企业、单位在手机或网上办理');
  });

  test('says whether the guide is right, and is thanked', async ({ kiosk, house }) => {
    await openGuide(kiosk, /社会保险/, /灵活就业人员参保登记/);
    await kiosk.touch('这份指南对吗？');
    await kiosk.touch('不对，和实际不一样');
    await kiosk.touch('要带的材料');
    await kiosk.sees('谢谢您！');
    await house.until(
      'the feedback was taken',
      ({ visit }) => visit.phase !== 'idle' && visit.feedbackGiven.includes('flexible-employment-enrolment'),
    );
    await kiosk.page.getByRole('dialog').getByRole('button', { name: '关闭' }).tap();
    await kiosk.sees('意见已收到，谢谢');
  });

  test('prints the list on the paper of choice', async ({ kiosk }) => {
    await openGuide(kiosk, /社会保险/, /灵活就业人员参保登记/);
    for (const [paper, where] of [
      [/小票/, '清单在小票口'],
      [/A4 纸/, '清单在出纸口'],
    ] as const) {
      await kiosk.touch('打印清单');
      await kiosk.touch(paper);
      await kiosk.sees(where);
      await kiosk.touch('好的');
    }
  });

  test('is told why a list cannot be printed, and what to do instead', async ({ kiosk, house }) => {
    await house.dock({ type: 'printer/set', tray: 'empty' });
    await house.dock({ type: 'receipt-printer/set', plugged: false });
    await house.until(
      'no printer works',
      ({ devices }) => devices.certificatePrinter.state !== 'ready' && devices.receiptPrinter?.state === 'absent',
    );
    await openGuide(kiosk, /社会保险/, /灵活就业人员参保登记/);
    await kiosk.touch('打印清单');
    await kiosk.sees('没有打印成');
    await kiosk.sees(/用手机扫屏幕上的二维码/);
    await house.dock({ type: 'receipt-printer/set', plugged: true });
  });

  test('finds matters by department, by use and by what changed', async ({ kiosk }) => {
    await kiosk.page.clock.setFixedTime(new Date('2026-11-23T13:40:00+08:00'));
    await kiosk.page.reload();
    await kiosk.begin();
    await kiosk.touch(/按领域/);
    const tab = (name: string): Promise<void> => kiosk.page.getByRole('tab', { name }).tap();
    await tab('本地常办');
    await kiosk.sees('院桥镇常办的事');
    await tab('新变化');
    await kiosk.sees('电子票据打印出来就行，不用再去医院盖章。');
    await tab('按部门');
    await kiosk.touch(/区民政局/);
    await expect(kiosk.page.getByRole('heading', { name: '区民政局' })).toBeVisible();
    await kiosk.sees('高龄津贴');
  });
});

async function openGuide(kiosk: Kiosk, field: RegExp, matter: RegExp): Promise<void> {
  await kiosk.begin();
  await kiosk.touch(/按领域/);
  await kiosk.touch(field);
  await kiosk.touch(matter);
  await expect(kiosk.page.locator('.guide')).toBeVisible();
}
