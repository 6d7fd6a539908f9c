import { expect, type Kiosk, test } from './kiosk.ts';

const wang = { type: 'card/insert', cardId: 'wang-xiaoming' } as const;

async function toCard(kiosk: Kiosk): Promise<void> {
  await kiosk.begin();
  await kiosk.touch(/打印证明/);
  await kiosk.sees('请把身份证平放到读卡区');
}

async function toPreview(kiosk: Kiosk, layCard: () => Promise<unknown>): Promise<void> {
  await toCard(kiosk);
  await layCard();
  await kiosk.touch(/社会保险参保证明/);
  await kiosk.sees(/请核对/);
}

test.describe('the card reader', () => {
  test('unplugged: home says so before anything is touched, and takes it back when it is plugged in again', async ({
    kiosk,
    house,
  }) => {
    await kiosk.begin();
    await house.dock({ type: 'reader/plug', plugged: false });
    await kiosk.sees('读卡器没有连接好');
    await kiosk.sees('暂时不可用');
    await house.dock({ type: 'reader/plug', plugged: true });
    await kiosk.sees('读卡器可用');
    await kiosk.sees('现在可用');
  });

  test('a blip while the card is awaited does not end the visit', async ({ kiosk, house }) => {
    await toCard(kiosk);
    await house.dock({ type: 'reader/plug', plugged: false });
    await house.until('reader gone', state => state.devices.idCardReader.state === 'absent');
    await house.dock({ type: 'reader/plug', plugged: true });
    await house.until('reader back', state => state.devices.idCardReader.state === 'ready');
    await house.dock(wang);
    await kiosk.sees(/王\*明/);
  });

  for (const [cardId, words] of [
    ['expired', '身份证已过有效期'],
    ['wrong-number', '这张卡的号码不对'],
    ['foreigner-2023', '这种证件暂时不能自助打印'],
    ['unreadable', '身份证没有读出来'],
  ] as const)
    test(`a card that is ${cardId} is named, and a good one after it is taken`, async ({ kiosk, house }) => {
      await toCard(kiosk);
      await house.dock({ type: 'card/insert', cardId });
      await kiosk.sees(words);
      // As a hand does it: lift the card, wait a moment, lay the other one; and once more if the reader missed it.
      await expect(async () => {
        await house.dock({ type: 'card/remove' });
        await kiosk.page.waitForTimeout(800);
        await house.dock(wang);
        await expect(kiosk.page.getByText(/王\*明/).first()).toBeVisible({ timeout: 2000 });
      }).toPass({ timeout: 20_000 });
    });
});

test.describe('the printer', () => {
  test('out of paper in the middle: the job waits, the screen says so, the paper comes, it goes on', async ({
    kiosk,
    house,
  }) => {
    await toPreview(kiosk, () => house.dock(wang));
    const before = (await house.printed()).length;
    await house.dock({ type: 'printer/set', tray: 'empty' });
    await kiosk.touch(/^打印$/);
    await kiosk.sees('打印机没有纸了');
    expect((await house.printed()).length).toBe(before);
    await house.dock({ type: 'printer/set', tray: 'full' });
    await kiosk.sees('打印好了');
  });

  test('left while it waits for paper: the sheet is void and does not come out for the next citizen', async ({
    kiosk,
    house,
  }) => {
    await toPreview(kiosk, () => house.dock(wang));
    const before = (await house.printed()).length;
    await house.dock({ type: 'printer/set', tray: 'empty' });
    await kiosk.touch(/^打印$/);
    await kiosk.sees('打印机没有纸了');
    await kiosk.touch('不打印了');
    await kiosk.sees('您好，想办什么事？');
    await house.dock({ type: 'printer/set', tray: 'full' });
    await house.until(
      'printer free',
      ({ devices: { certificatePrinter } }) => certificatePrinter.state === 'ready' && !certificatePrinter.busy,
    );
    expect((await house.printed()).length).toBe(before);
  });

  test('jammed in the middle: named, mended, goes on', async ({ kiosk, house }) => {
    await toPreview(kiosk, () => house.dock(wang));
    await house.dock({ type: 'printer/set', jam: true });
    await kiosk.touch(/^打印$/);
    await kiosk.sees('打印机卡纸了');
    await house.dock({ type: 'printer/set', jam: false });
    await kiosk.sees('打印好了');
  });

  test('gone in the middle: nothing is said printed, the sheet is voided, another can be printed', async ({
    kiosk,
    house,
  }) => {
    await toPreview(kiosk, () => house.dock(wang));
    await house.dock({ type: 'printer/set', tray: 'empty' });
    await kiosk.touch(/^打印$/);
    await kiosk.sees('打印机没有纸了');
    await house.dock({ type: 'printer/set', power: 'off' });
    await kiosk.sees('不能确定这张纸有没有打好');
    await expect(kiosk.page.getByText('打印好了')).toHaveCount(0);
    await house.dock({ type: 'printer/set', power: 'on', tray: 'full' });
    await house.until('printer back', state => state.devices.certificatePrinter.state === 'ready');
    await kiosk.touch(/社会保险参保证明/);
    await kiosk.touch(/^打印$/);
    await kiosk.sees('打印好了');
  });

  test('empty before a visit: home says why and where else', async ({ kiosk, house }) => {
    await house.dock({ type: 'printer/set', tray: 'empty' });
    await kiosk.begin();
    await kiosk.sees('打印机没有纸了');
    await kiosk.sees(/也可以/);
  });
});

test.describe('the platform', () => {
  test('down: guides go on, certificates say why and where else; up again: they work', async ({ kiosk, house }) => {
    await house.platform.stop('SIGKILL');
    await kiosk.begin();
    await kiosk.sees('证明系统暂时连不上');
    await kiosk.sees(/也可以/);
    await kiosk.touch(/按领域/);
    await kiosk.touch(/社会保险/);
    await kiosk.touch(/灵活就业人员参保登记/);
    await kiosk.sees('在哪里办');
    house.platform.start();
    await house.platform.ready();
    await kiosk.touch('首页');
    await kiosk.sees('现在可用');
  });
});

test.describe('the bridge', () => {
  test('killed while a certificate is being made: one moment, then back to the start', async ({ kiosk, house }) => {
    await toCard(kiosk);
    process.kill(house.bridge.pid, 'SIGKILL');
    await kiosk.sees('请稍等一下');
    await kiosk.sees('点一下屏幕，开始');
    await kiosk.begin();
  });
});
