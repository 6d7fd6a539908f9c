import type { Page } from '@playwright/test';
import { expect, type Kiosk, kioskOn, test } from './kiosk.ts';

async function toGuide(kiosk: Kiosk): Promise<void> {
  await kiosk.begin();
  await kiosk.touch(/按领域/);
  await kiosk.touch(/社会保险/);
  await kiosk.touch(/灵活就业人员参保登记/);
  await kiosk.sees('在哪里办');
}

/** The worker is in control and has everything it needs without its bridge. */
async function keptByWorker(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await page.reload();
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
}

test.describe('without its bridge', () => {
  test('a citizen goes on reading, searches, takes a code away and leaves; the bridge comes back to them', async ({
    kiosk,
    house,
  }) => {
    const { page } = kiosk;
    await keptByWorker(page);
    await toGuide(kiosk);
    await house.bridge.stop('SIGKILL');
    try {
      await kiosk.touch('首页');
      await kiosk.sees('设备正在恢复，指南照常能查');
      await kiosk.touch(/输入/);
      for (const letter of 'gjj') await page.getByRole('button', { name: letter, exact: true }).tap();
      await page.locator('.find-results button.row').first().tap();
      await kiosk.sees('在哪里办');
      await expect(page.locator('svg.qr-code path').first()).toBeVisible();
      const title = await page.getByRole('heading', { level: 1 }).innerText();
      house.bridge.start();
      await house.bridge.ready();
      // Taken up where it was: the same screen, and the bridge knows the visit.
      await house.until('taken up', ({ visit }) => visit.phase === 'present');
      expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(title);
      await kiosk.touch('首页');
      await kiosk.sees('现在可用');
    } finally {
      house.bridge.start();
      await house.bridge.ready();
    }
  });

  test('the page comes up as the machine it was, and a visit begins', async ({ kiosk, house }) => {
    const { page } = kiosk;
    await keptByWorker(page);
    await kiosk.sees('院桥镇便民服务中心');
    await house.bridge.stop('SIGKILL');
    try {
      await page.reload();
      await kiosk.sees('院桥镇便民服务中心');
      await kiosk.begin();
      await kiosk.touch(/按领域/);
      await kiosk.sees('社会保险');
    } finally {
      house.bridge.start();
      await house.bridge.ready();
    }
  });
});

test.describe('what this browser keeps', () => {
  test('a script kept broken: words and a number first, then the page finds its way out', async ({ kiosk }) => {
    const { page } = kiosk;
    await keptByWorker(page);
    await page.evaluate(async () => {
      const script = document.querySelector<HTMLScriptElement>('script[src*="/assets/kiosk-"]')?.src ?? '';
      for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        const kept = await cache.match(script, { ignoreSearch: true });
        if (kept === undefined) continue;
        const headers = { 'content-type': 'text/javascript' };
        await cache.put(script, new Response('throw new Error("half a version")', { headers }));
      }
      // Chromium remembers the good one in memory until it sees another.
      await fetch(script);
    });
    await page.reload();
    await kiosk.sees('机器正在恢复，请稍等');
    await kiosk.sees(/12345/);
    await kiosk.sees('院桥镇便民服务中心');
    await kiosk.begin();
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  });

  test('a store of another form: made anew', async ({ kiosk }) => {
    const { page } = kiosk;
    await page.evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          const opening = indexedDB.open('kiosk', 99);
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            opening.result.close();
            resolve();
          };
        }),
    );
    await page.reload();
    await kiosk.begin();
    await expect
      .poll(() =>
        page.evaluate(async () => (await indexedDB.databases()).find(({ name }) => name === 'kiosk')?.version),
      )
      .toBeLessThan(99);
  });
});

test('a state that cannot be drawn: words and a number, no blank page', async ({ browser, house }) => {
  const context = await browser.newContext({ serviceWorkers: 'block', viewport: { width: 1080, height: 1920 } });
  const page = await context.newPage();
  await page.route('**/api/events*', route =>
    route.fulfill({ contentType: 'text/event-stream', body: 'event: state\ndata: {"visit":{"phase":"present"}}\n\n' }),
  );
  await page.goto(house.kioskUrl);
  await kioskOn(page).sees('机器正在恢复，请稍等');
  await kioskOn(page).sees(/12345/);
  await context.close();
});

test('nothing of the browser reaches the citizen', async ({ kiosk }) => {
  const { page } = kiosk;
  await kiosk.begin();
  const prevented = await page.evaluate(() => {
    const cancelled = (event: Event): boolean => !document.body.dispatchEvent(event);
    const of = (type: string): boolean => cancelled(new Event(type, { bubbles: true, cancelable: true }));
    const key = (init: KeyboardEventInit): boolean =>
      cancelled(new KeyboardEvent('keydown', { ...init, bubbles: true, cancelable: true }));
    const finger = (identifier: number): Touch => new Touch({ identifier, target: document.body });
    return {
      'context menu': of('contextmenu'),
      drag: of('dragstart'),
      drop: of('drop'),
      selection: of('selectstart'),
      copy: of('copy'),
      print: key({ key: 'p', ctrlKey: true }),
      reload: key({ key: 'F5' }),
      'developer tools': key({ key: 'F12' }),
      back: key({ key: 'ArrowLeft', altKey: true }),
      zoom: cancelled(new WheelEvent('wheel', { ctrlKey: true, bubbles: true, cancelable: true })),
      pinch: cancelled(
        new TouchEvent('touchmove', { touches: [finger(1), finger(2)], bubbles: true, cancelable: true }),
      ),
    };
  });
  expect(Object.entries(prevented).filter(([, held]) => !held)).toEqual([]);
  const page_ = await page.evaluate(() => {
    const style = getComputedStyle(document.documentElement);
    return { overflow: style.overflow, overscroll: style.overscrollBehaviorY, select: style.userSelect };
  });
  expect(page_).toEqual({ overflow: 'hidden', overscroll: 'none', select: 'none' });
});
