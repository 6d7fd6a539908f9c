import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from '@playwright/test';
import { defaultPaths } from '../../scripts/paths.ts';
import { openBrowser } from '../support/browser.ts';
import { type House, openHouse } from '../support/house.ts';
import { readQrCode, run } from '../support/programs.ts';

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

if (!(values.mode in modeButton)) {
  process.stderr.write(help);
  process.exit(2);
}

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
  const sees = (text: string | RegExp): Promise<void> =>
    page.getByText(text).filter({ visible: true }).first().waitFor();
  const shoot = async (name: string): Promise<void> => {
    await page.evaluate(() => document.fonts.ready);
    // Pictures are of screens, not of transitions.
    await page.screenshot({ path: join(values.out, `${name}.png`), animations: 'disabled' });
  };
  await page.goto(house.kioskUrl);
  await house.until('ready', state => state.services.certificates.available && state.content.digest !== null);
  await sees('点一下屏幕，开始');
  await sees('人工窗口');
  await shoot('attract');
  await touch('点一下屏幕，开始');
  const choose = async (): Promise<void> => {
    const button = modeButton[values.mode];
    if (button) await touch(button);
  };
  await choose();
  await sees(words('您好，想办什么事？', 'What do you need?'));
  await shoot('home');
  await touch(words(/输入/, /pinyin initials/));
  for (const letter of 'shebao') await page.getByRole('button', { name: letter, exact: true }).tap();
  await shoot('find');
  await touch(words('首页', 'Home'));
  await touch(words(/按领域/, /^By topic/));
  await shoot('browse');
  await touch(words(/社会保险/, /^Social insurance/));
  await sees(words('灵活就业人员参保登记', 'Social insurance for people without an employer'));
  await shoot('matters');
  await touch(words(/灵活就业人员参保登记/, /without an employer/));
  await page.getByRole('radio').nth(1).tap();
  await page.locator('.qr-code path').waitFor();
  // The tap may have scrolled the question into the middle; a citizen sees the guide from its beginning.
  await page.locator('.guide > .scroll-area > .scroll-area-box').evaluate(box => box.scrollTo(0, 0));
  await shoot('guide');
  await touch(words('步骤和常见问题', 'Steps and FAQ'));
  await page.locator('dialog[open]').waitFor();
  await shoot('guide-more');
  await touch(words(/关闭/, /Close/));
  await touch(words('首页', 'Home'));
  await touch(words(/就近网点/, /^Centres/));
  await shoot('places');
  await touch(words('首页', 'Home'));
  await touch(words(/^求助$/, /^Help$/));
  await page.locator('dialog[open]').waitFor();
  await shoot('help');
  await touch(words(/关闭/, /Close/));
  await touch(words(/打印证明/, /^(?!.*guide).*Print certificates/i));
  await sees(words('请把身份证平放到读卡区', 'Lay your ID card flat on the reader'));
  await shoot('card');
  await house.dock({ type: 'card/insert', cardId: 'expired' });
  await sees(words('身份证已过有效期', /expired/));
  await shoot('card-refused');
  await house.dock({ type: 'card/remove' });
  await house.dock({ type: 'card/insert', cardId: 'wang-xiaoming' });
  await sees(/王\*明/);
  await sees(words('要打印哪一份？', 'Which one do you need?'));
  await shoot('choose');
  await page.locator('.offer').first().tap();
  await sees(words('请核对，没有错就打印', 'Please check it, then print'));
  const sheet = page.locator('.preview-sheet img');
  await sheet.evaluate((image: HTMLImageElement) => image.decode());
  await shoot('preview');
  await house.dock({ type: 'printer/set', tray: 'empty' });
  await touch(words(/^打印$/, /^Print$/));
  await sees(words('打印停了一下', 'Printing has paused'));
  await shoot('held');
  await house.dock({ type: 'printer/set', tray: 'full' });
  await sees(words('打印好了', /^Printed$/));
  await shoot('printed');
  await touch(words(/都拿好了/, /I have both/));
  await sees('点一下屏幕，开始');
  await codes(page, house, shoot, choose);
  await house.dock({ type: 'reader/plug', plugged: false });
  await sees(words('读卡器没有连接好', 'The card reader is not connected'));
  await shoot('home-reader-absent');
  await page.keyboard.press('F2');
  await sees('1 样不能用 1 failing');
  await shoot('readiness-reader-absent');
  await house.dock({ type: 'reader/plug', plugged: true });
  await sees('全部正常 All work');
  await shoot('readiness');
  await house.dock({ type: 'card/insert', cardId: 'wang-xiaoming' });
  // The dock is a page for a desk: wide enough for the terminal's screen beside it.
  await page.setViewportSize({ width: 1600, height: 1000 });
  await page.goto(`${house.kioskUrl}/dock`);
  await page.getByRole('button').first().waitFor();
  await page.frameLocator('iframe').getByText('咨询 12345').first().waitFor();
  await shoot('dock');
}

/** What comes of codes: of a printed certificate, of one nobody issued, of a shop. Ends at home. */
async function codes(
  page: Page,
  house: House,
  shoot: (name: string) => Promise<void>,
  choose: () => Promise<void>,
): Promise<void> {
  const sees = (text: string | RegExp): Promise<void> =>
    page.getByText(text).filter({ visible: true }).first().waitFor();
  const done = async (): Promise<void> => {
    const understood = page.getByRole('button', { name: words('知道了', /^OK$/) });
    await understood.first().tap();
    await house.until('seen', ({ visit }) => visit.phase === 'present' && visit.scanned === null);
  };
  const sheet = (await house.printed()).at(-1) ?? '';
  const folder = await mkdtemp(join(tmpdir(), 'screens-'));
  const picture = join(folder, 'sheet');
  await run('pdftoppm', ['-png', '-r', '150', '-f', '1', '-l', '1', '-singlefile', sheet, picture]);
  const address = await readQrCode(`${picture}.png`);
  await rm(folder, { recursive: true });
  await house.dock({ type: 'code/show', text: address });
  await sees('这份证明有效');
  await choose();
  await sees(words('这份证明有效', 'This certificate is valid'));
  await shoot('verified');
  await done();
  await house.dock({ type: 'code/show', text: `${house.platformUrl}/v/${'A'.repeat(22)}` });
  await sees(words('没有查到这份证明', 'This certificate was not found'));
  await shoot('verified-unknown');
  await done();
  await house.dock({ type: 'code/show', text: '6901234567892' });
  await sees(words('这个二维码不是本机能用的', 'This terminal cannot use that code'));
  await shoot('code-unknown');
  await done();
  await sees(words('您好，想办什么事？', 'What do you need?'));
}
