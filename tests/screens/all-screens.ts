import { addressOnLastSheet, answerCall, type Walk } from './walk.ts';

/** One screen, and how a citizen gets there from the one before it in its list. */
export interface ScreenStop {
  name: string;
  /** Outside a visit there are no settings: such a screen has its one look. */
  settings: boolean;
  go(walk: Walk): Promise<void>;
}

const stop = (name: string, go: ScreenStop['go']): ScreenStop => ({ name, settings: true, go });
const plainStop = (name: string, go: ScreenStop['go']): ScreenStop => ({ name, settings: false, go });

const searching: ScreenStop[] = [
  plainStop('attract', walk => walk.arrive()),
  stop('home', async ({ touch, sees }) => {
    await touch('点一下屏幕，开始');
    await sees('您好，想办什么事？');
    await sees(/常办$/);
  }),
  stop('notices', async ({ page }) => {
    await page.locator('.home-notices').tap();
    await page.locator('dialog[open]').waitFor();
  }),
  stop('find', async ({ touch, sees, page }) => {
    await touch('关闭');
    await touch(/输入事情的名字/);
    for (const letter of 'shebao') await page.getByRole('button', { name: letter, exact: true }).tap();
    await sees('社会保险参保证明');
  }),
  stop('find-nothing', async ({ touch, sees, page }) => {
    await touch('清空');
    for (const letter of 'qqqqq') await page.getByRole('button', { name: letter, exact: true }).tap();
    await sees('没有找到这件事');
  }),
  stop('browse', async ({ touch, page }) => {
    await touch('首页');
    await touch(/按领域/);
    await page.locator('.groups').first().waitFor();
  }),
  stop('matters', async ({ touch, sees }) => {
    await touch(/社会保险/);
    await sees('灵活就业人员参保登记');
  }),
  stop('guide', async ({ touch, page }) => {
    await touch(/灵活就业人员参保登记/);
    await page.getByRole('radio').nth(1).tap();
    await page.locator('.qr-code path').waitFor();
    // The tap may have scrolled the question into the middle; a citizen sees the guide from its beginning.
    await page
      .locator('.guide .scroll-area-box')
      .first()
      .evaluate(box => box.scrollTo(0, 0));
  }),
  stop('guide-more', async ({ touch, page }) => {
    await touch('步骤和常见问题');
    await page.locator('dialog[open]').waitFor();
  }),
  stop('guide-material', async ({ touch, sees, page }) => {
    await touch('关闭');
    await page.locator('.guide-checklist button').first().tap();
    await sees('身份证');
    await page.locator('dialog[open] .material-drawing').waitFor();
  }),
  stop('guide-print', async ({ touch, page }) => {
    await touch('关闭');
    await touch('打印清单');
    await page.locator('dialog[open] .print-panel').waitFor();
  }),
  stop('guide-feedback', async ({ touch, page }) => {
    await page.keyboard.press('Escape');
    await touch('这份指南对吗？');
    await page.locator('dialog[open] .feedback-panel').waitFor();
  }),
  stop('places', async ({ touch, sees, page }) => {
    await page.keyboard.press('Escape');
    await touch('首页');
    await touch(/就近网点/);
    await sees(/上垟乡/);
  }),
  stop('help', async ({ touch, page }) => {
    await touch('首页');
    await touch(/^求助$/);
    await page.locator('dialog[open]').waitFor();
  }),
  stop('help-answered', async ({ house, touch, sees }) => {
    await touch('请工作人员过来');
    await house.until('called', ({ visit }) => visit.phase === 'present' && visit.helpCall.state === 'waiting');
    await answerCall(house);
    await sees(/马上过来/);
  }),
];

const printing: ScreenStop[] = [
  stop('card', async ({ touch, sees, arrive }) => {
    await arrive();
    await touch('点一下屏幕，开始');
    await touch(/打印证明/);
    await sees('请把身份证平放到读卡区');
  }),
  stop('card-refused', async ({ house, sees }) => {
    await house.dock({ type: 'card/insert', cardId: 'expired' });
    await sees('身份证已过有效期');
  }),
  stop('choose', async ({ house, sees }) => {
    await house.dock({ type: 'card/remove' });
    await house.dock({ type: 'card/insert', cardId: 'wang-xiaoming' });
    await sees('要打印哪一份？');
  }),
  stop('preview', async ({ page, sees }) => {
    await page.locator('.offer').first().tap();
    await sees('请核对，没有错就打印');
    await page.locator('.preview-sheet img').evaluate((image: HTMLImageElement) => image.decode());
  }),
  stop('preview-shaded', async ({ touch, sees }) => {
    await touch('遮一下');
    await sees('已遮住，点一下恢复');
  }),
  stop('held', async ({ house, touch, sees }) => {
    await touch('不遮了');
    await house.dock({ type: 'printer/set', tray: 'empty' });
    await touch(/^打印$/);
    await sees('打印停了一下');
  }),
  stop('printed', async ({ house, sees }) => {
    await house.dock({ type: 'printer/set', tray: 'full' });
    await sees('打印好了');
  }),
  // The card still lies there: with it, the farewell stays long enough to be looked at.
  plainStop('farewell', async ({ touch, sees }) => {
    await touch(/都拿好了/);
    await sees('请带走身份证');
    await sees('所有痕迹已清除');
  }),
  stop('verified', async ({ house, sees }) => {
    await house.dock({ type: 'code/show', text: await addressOnLastSheet(house) });
    await sees('这份证明有效');
  }),
  stop('verified-unknown', async walk => {
    await understood(walk);
    await walk.house.dock({ type: 'code/show', text: `${walk.house.platformUrl}/v/${'A'.repeat(22)}` });
    await walk.sees('没有查到这份证明');
  }),
  stop('code-unknown', async walk => {
    await understood(walk);
    await walk.house.dock({ type: 'code/show', text: '6901234567892' });
    await walk.sees('这个二维码不是本机能用的');
  }),
  stop('home-reader-absent', async walk => {
    await understood(walk);
    await walk.house.dock({ type: 'reader/plug', plugged: false });
    await walk.sees('读卡器没有连接好');
  }),
  plainStop('readiness-reader-absent', async ({ page, sees }) => {
    await page.keyboard.press('F2');
    await sees('1 样不能用 1 failing');
  }),
  plainStop('readiness', async ({ house, sees }) => {
    await house.dock({ type: 'reader/plug', plugged: true });
    await sees('全部正常 All work');
  }),
  stop('failed', async ({ house, page, touch, sees }) => {
    // The visit from before the readiness page goes on.
    await page.reload();
    await house.until('ready', ({ services }) => services.certificates.available);
    await touch(/打印证明/);
    await sees('请把身份证平放到读卡区');
    await house.platform.stop('SIGKILL');
    await house.dock({ type: 'card/insert', cardId: 'wang-xiaoming' });
    await sees('这次没有打印成');
  }),
  // The bridge is started again by itself; the page does not hear of it.
  plainStop('one-moment', async ({ house, page, sees }) => {
    await page.route('**/api/events*', route => route.abort());
    process.kill(house.bridge.pid, 'SIGKILL');
    await sees('请稍等一下');
  }),
];

async function understood({ page, house }: Walk): Promise<void> {
  await page.getByRole('button', { name: '知道了' }).first().tap();
  await house.until('seen', ({ visit }) => visit.phase === 'present' && visit.scanned === null);
}

/** Needs a house of little patience. */
const leaving: ScreenStop[] = [
  stop('idle-warning', async ({ arrive, touch, sees }) => {
    await arrive();
    await touch('点一下屏幕，开始');
    await sees('您还在吗？');
  }),
];

/** Nobody touches a screen while it is looked at. */
const patient = { idleSeconds: 600, warningSeconds: 20 };

/** Every screen, once. Each list begins with nobody there, and its screens follow one upon the other. */
export const allScreens = {
  searching: { stops: searching, visit: patient },
  printing: { stops: printing, visit: patient },
  leaving: { stops: leaving, visit: { idleSeconds: 2, warningSeconds: 99 } },
} as const;

export type WalkName = keyof typeof allScreens;
