import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { readQrCode, run } from '../support/programs.ts';
import { expect, type Kiosk, test } from './kiosk.ts';
import { expectNoTraces } from './traces.ts';

/** 王小明 of the sample cards. */
const wang = { cardId: 'wang-xiaoming', name: '王小明', idNumber: '331003199005120018' };

async function toPreview(kiosk: Kiosk, layCard: () => Promise<unknown>): Promise<void> {
  await kiosk.begin();
  await kiosk.touch(/打印证明/);
  await kiosk.sees('请把身份证平放到读卡区');
  await layCard();
  await kiosk.sees(/王\*明/);
  await kiosk.touch(/社会保险参保证明/);
  await kiosk.sees(/请核对/);
}

test('a citizen prints a certificate after hours, from the card to the paper', async ({
  kiosk,
  house,
  page,
}, testInfo) => {
  const before = new Set(await house.printed());
  await toPreview(kiosk, () => house.dock({ type: 'card/insert', cardId: wang.cardId }));
  await expect(page.getByText(wang.name)).toHaveCount(0);
  const sheet = page.getByRole('img', { name: /社会保险参保证明的预览/ });
  await expect(sheet).toBeVisible();
  await expect.poll(() => sheet.evaluate(image => (image as HTMLImageElement).naturalWidth)).toBeGreaterThan(500);

  await kiosk.touch(/^打印$/);
  await kiosk.sees(/正在打印|正在出纸|正在传给打印机/);
  await kiosk.sees('打印好了');
  await kiosk.sees('请取走纸张和身份证');

  // The very bytes that lie in the printer's tray.
  const [printed, ...others] = (await house.printed()).filter(file => !before.has(file));
  expect(others).toEqual([]);
  const file = printed ?? '';
  const text = (await run('pdftotext', ['-layout', file, '-'])).stdout;
  const number = /HY331003-\d{4}-\d{6}-\w/.exec(text)?.[0] ?? '';
  expect(number).not.toBe('');
  expect(text).toContain(wang.name);
  const signature = (await run('pdfsig', ['-nocert', file])).stdout;
  expect(signature).toContain('Signature is Valid');
  expect(signature).toContain('Total document signed');

  // The sheet's own code leads to the platform's word on it.
  const picture = testInfo.outputPath('sheet');
  await run('pdftoppm', ['-png', '-r', '150', '-f', '1', '-l', '1', '-singlefile', file, picture]);
  const address = await readQrCode(`${picture}.png`);
  expect(address.startsWith(`${house.platformUrl}/v/`)).toBe(true);
  await expect.poll(async () => (await fetch(address)).text()).toContain(number);
  const verification = await (await fetch(address)).text();
  expect(verification).toContain('有效');
  expect(verification).not.toContain(wang.name);
  expect(verification).not.toContain(wang.idNumber);

  await kiosk.touch(/都拿好了/);
  await kiosk.sees('点一下屏幕，开始');
  await expectNoTraces(page, house, wang);
});

test('leaving after the preview voids the certificate and wipes every trace', async ({
  kiosk,
  house,
  page,
}, testInfo) => {
  await toPreview(kiosk, () => house.dock({ type: 'card/insert', cardId: wang.cardId }));
  const preview = await page.getByRole('img', { name: /的预览/ }).getAttribute('src');
  const picture = testInfo.outputPath('preview.png');
  const previewAddress = new URL(preview ?? '', house.kioskUrl);
  await writeFile(picture, Buffer.from(await (await fetch(previewAddress)).arrayBuffer()));
  const address = await readQrCode(picture);
  expect(await (await fetch(address)).text()).not.toContain('作废');

  await kiosk.touch('不打印了');
  await kiosk.touch('结束离开');
  await kiosk.sees('点一下屏幕，开始');

  await expect.poll(async () => (await fetch(address)).text()).toContain('作废');
  expect((await fetch(previewAddress)).status).toBe(409);
  await expectNoTraces(page, house, wang);
  expect(await page.evaluate(() => history.length)).toBeLessThanOrEqual(2);
});

test('the next citizen starts in Chinese, normal type and an empty search', async ({ kiosk, page }) => {
  await kiosk.begin();
  await kiosk.touch('大字');
  await kiosk.touch('高对比');
  await kiosk.touch('English');
  await expect(page.getByRole('button', { name: /Search|Type|Find/i }).first()).toBeVisible();
  const changed = await page.evaluate(() => document.documentElement.outerHTML.slice(0, 400));
  await page.getByRole('button', { name: 'Finish' }).first().tap();
  await kiosk.begin();
  expect(await page.evaluate(() => document.documentElement.outerHTML.slice(0, 400))).not.toBe(changed);
  await kiosk.sees('您好，想办什么事？');
});

test('the printed sheets are kept apart: two visits, two numbers', async ({ kiosk, house }) => {
  const before = new Set((await house.printed()).map(file => basename(file)));
  const numbers = new Set<string>();
  for (let visit = 0; visit < 2; visit++) {
    await toPreview(kiosk, () => house.dock({ type: 'card/insert', cardId: wang.cardId }));
    await kiosk.touch(/^打印$/);
    await kiosk.sees('打印好了');
    await kiosk.touch(/都拿好了/);
    await house.dock({ type: 'card/remove' });
  }
  for (const file of await house.printed())
    if (!before.has(basename(file)))
      numbers.add(/HY331003-[\d-]+\w/.exec((await run('pdftotext', [file, '-'])).stdout)?.[0] ?? '');
  expect(numbers.size).toBe(2);
  expect((await readFile((await house.printed())[0] ?? '')).subarray(0, 5).toString()).toBe('%PDF-');
});
