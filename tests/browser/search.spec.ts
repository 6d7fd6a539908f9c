import { endVisit, expect, type Kiosk, test } from './kiosk.ts';

async function type(kiosk: Kiosk, letters: string): Promise<void> {
  for (const letter of letters) await kiosk.page.getByRole('button', { name: letter, exact: true }).tap();
}

async function openSearch(kiosk: Kiosk): Promise<void> {
  await kiosk.begin();
  await kiosk.touch(/输入事情的名字/);
}

const firstRow = (kiosk: Kiosk) => kiosk.page.locator('.find-results .row').first();

test.describe('a citizen searches', () => {
  test('letter by letter, and sees marked why a matter is there', async ({ kiosk }) => {
    await openSearch(kiosk);
    await type(kiosk, 's');
    await expect(firstRow(kiosk)).toBeVisible();
    await type(kiosk, 'bzm');
    await expect(firstRow(kiosk)).toContainText('社会保险参保证明');
    await expect(firstRow(kiosk).locator('mark')).toHaveText(['社保证明']);
  });

  test('with a mistake in the pinyin, and with the sounds of the place', async ({ kiosk }) => {
    await openSearch(kiosk);
    await type(kiosk, 'shehiubaoxian');
    await expect(firstRow(kiosk)).toContainText('社会保险');
    await expect(firstRow(kiosk).locator('mark')).toHaveText(['社会保险']);
    await kiosk.touch('清空');
    await type(kiosk, 'sebaozengmin');
    await expect(firstRow(kiosk)).toContainText('社会保险参保证明');
  });

  test('for what is not there, and is led on', async ({ kiosk }) => {
    await openSearch(kiosk);
    await type(kiosk, 'xqzw');
    await kiosk.sees('没有找到这件事');
    await kiosk.touch(/12345/);
    await expect(kiosk.page.locator('dialog[open]')).toBeVisible();
  });

  test('in a worker, and goes on when the worker dies', async ({ kiosk }) => {
    await openSearch(kiosk);
    await type(kiosk, 'yibao');
    await expect(firstRow(kiosk)).toContainText('医');
    const [worker] = kiosk.page.workers();
    expect(worker?.url()).toContain('search-worker');
    await worker?.evaluate(() => {
      // The next message ends it as a defect would.
      addEventListener('message', () => self.close(), { capture: true });
    });
    await kiosk.touch('清空');
    await type(kiosk, 'sbzm');
    await expect(firstRow(kiosk)).toContainText('社会保险参保证明', { timeout: 15_000 });
  });
});

test('search answers from what the browser kept when bridge and network are gone', async ({ kiosk, house }) => {
  const { page } = kiosk;
  await openSearch(kiosk);
  await type(kiosk, 'sbzm');
  await expect(firstRow(kiosk)).toContainText('社会保险参保证明');
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await endVisit(house);
  await house.bridge.stop('SIGKILL');
  try {
    // The page is begun anew from its service worker, and with it the worker that searches.
    await page.reload();
    await openSearch(kiosk);
    await type(kiosk, 'shebaozhengmign');
    await expect(firstRow(kiosk)).toContainText('社会保险参保证明');
    await kiosk.touch('首页');
  } finally {
    house.bridge.start();
    await house.bridge.ready();
  }
});
