import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from '@playwright/test';
import { openBrowser } from '../../tests/benches/browser.ts';
import { type House, openHouse } from '../../tests/support/house.ts';
import { defaultPaths } from '../places-on-disk.ts';

const help = `Takes pictures of the real screens, for the README and for looking at a change.

Usage: npm run screens -- [--out DIR] [--landscape] [--mode normal|large|contrast|english]
  --out DIR   default docs/screens
`;

const { values } = parseArgs({
  options: {
    out: { type: 'string', default: join(defaultPaths.checkout, 'docs/screens') },
    landscape: { type: 'boolean', default: false },
    mode: { type: 'string', default: 'normal' },
    help: { type: 'boolean', short: 'h', default: false },
  },
});
if (values.help) {
  process.stdout.write(help);
  process.exit(0);
}

/** The access bar's button that brings each mode about. */
const modeButton: Record<string, string | null> = {
  normal: null,
  large: '大字',
  contrast: '高对比',
  english: 'English',
};
const english = values.mode === 'english';
const words = (zh: string | RegExp, en: string | RegExp): string | RegExp => (english ? en : zh);

await mkdir(values.out, { recursive: true });
const house = await openHouse();
const browser = await openBrowser();
try {
  const viewport = values.landscape ? { width: 1920, height: 1080 } : { width: 1080, height: 1920 };
  const context = await browser.newContext({ viewport, hasTouch: true, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
  await walk(await context.newPage(), house);
} finally {
  await browser.close();
  await house.close();
}

async function walk(page: Page, house: House): Promise<void> {
  const touch = (name: string | RegExp, role: 'button' | 'radio' = 'button'): Promise<void> =>
    page.getByRole(role, { name }).first().tap();
  const sees = (text: string | RegExp): Promise<void> => page.getByText(text).first().waitFor();
  const shoot = async (name: string): Promise<void> => {
    // Pictures are of screens, not of transitions.
    await page.screenshot({ path: join(values.out, `${name}.png`), animations: 'disabled' });
  };
  await page.goto(house.kioskUrl);
  await house.until('ready', state => state.services.certificates.available && state.content.digest !== null);
  await sees('点一下屏幕，开始');
  await shoot('attract');
  await touch('点一下屏幕，开始');
  const button = modeButton[values.mode];
  if (button) await touch(button);
  await sees(words('您好，想办什么事？', 'What do you need?'));
  await shoot('home');
  await touch(words(/输入/, /Type/));
  for (const letter of 'shebao') await page.getByRole('button', { name: letter, exact: true }).tap();
  await shoot('find');
  await touch(words('首页', 'Home'));
  await touch(words(/按领域/, /By topic/));
  await shoot('browse');
  await touch(words(/社会保险/, /Social insurance/));
  await shoot('matters');
  await touch(words(/灵活就业人员参保登记/, /flexible|self-employed/i));
  await page.getByRole('radio').nth(1).tap();
  await shoot('guide');
  await touch(words('首页', 'Home'));
  await touch(words(/就近网点/, /Centres/));
  await shoot('places');
  await touch(words('首页', 'Home'));
  await touch(words(/求助/, /Help/));
  await shoot('help');
  await touch(words(/关闭/, /Close/));
  await touch(words(/打印证明/, /Print certificates/));
  await sees(words('请把身份证平放到读卡区', /ID card/));
  await shoot('card');
  await house.dock({ type: 'card/insert', cardId: 'expired' });
  await sees(words('身份证已过有效期', /expired/));
  await shoot('card-refused');
  await house.dock({ type: 'card/remove' });
  await house.dock({ type: 'card/insert', cardId: 'wang-xiaoming' });
  await sees(/王\*明/);
  await shoot('choose');
  await touch(words(/社会保险参保证明/, /Social insurance/i));
  await sees(words(/请核对/, /check/i));
  await page.waitForLoadState('networkidle').catch(() => {});
  await shoot('preview');
  await house.dock({ type: 'printer/set', tray: 'empty' });
  await touch(words(/^打印$/, /^Print$/));
  await sees(words('打印机没有纸了', /out of paper/));
  await shoot('held');
  await house.dock({ type: 'printer/set', tray: 'full' });
  await sees(words('打印好了', /Printed|Done/i));
  await shoot('printed');
  await touch(words(/都拿好了/, /finish|have both|all/i));
  await house.dock({ type: 'reader/plug', plugged: false });
  await touch('点一下屏幕，开始');
  await sees('读卡器没有连接好');
  await shoot('home-reader-absent');
  await page.goto(`${house.kioskUrl}/dock`);
  await page.getByRole('button').first().waitFor();
  await shoot('dock');
}
