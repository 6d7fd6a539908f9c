import { expect, test } from './kiosk.ts';

test('the dock moves the hardware that the kiosk shows', async ({ kiosk, house, browser }) => {
  await kiosk.begin();
  const dock = await (await browser.newContext({ viewport: { width: 1000, height: 1300 } })).newPage();
  await dock.goto(`${house.kioskUrl}/dock`);
  await dock
    .getByRole('button', { name: /拔下|拔掉/ })
    .first()
    .click();
  await kiosk.sees('读卡器没有连接好');
  await dock
    .getByRole('button', { name: /插上|接上|连接/ })
    .first()
    .click();
  await kiosk.sees('读卡器可用');
  await dock
    .getByRole('button', { name: /王小明/ })
    .first()
    .click();
  await expect.poll(async () => (await house.state()).devices.idCardReader.state).toBe('ready');
  await dock.getByRole('switch', { name: '盖子打开' }).click();
  await kiosk.sees('打印机的盖子开着');
  await dock.getByRole('switch', { name: '盖子打开' }).click();
  await kiosk.sees(/打印机可用/);
  await dock.getByRole('switch', { name: '纸盒有纸' }).click();
  await kiosk.sees('打印机没有纸了');
  await dock.getByRole('switch', { name: '纸盒有纸' }).click();
  await kiosk.sees(/打印机可用/);
  await dock.getByRole('button', { name: /拔掉/ }).click();
  await kiosk.sees('打印机没有连接好');
  await dock.getByRole('button', { name: /开机/ }).click();
  await kiosk.sees(/打印机可用/);
  await kiosk.touch(/打印证明/);
  await kiosk.sees(/王\*明/);
  await dock.context().close();
});
