import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { openBrowser, openPage, throttle } from '../support/browser.ts';
import { openHouse } from '../support/house.ts';
import { criticalBytes } from './bundle-sizes.ts';
import { quantile, rounded } from './figures.ts';

const rounds = 9;
const touches = 12;
const slowdown = 6;

/** The least a page can be: one heading and one button that works. The kiosk is measured beside it. */
const floorPage = `<!doctype html><meta charset="utf-8"><h1>floor</h1><button>go</button>
<script type="module">document.querySelector('button').onclick = () => {}</script>`;

/** Milliseconds from navigation until the first button is there and two frames have been drawn. */
async function interactiveMs(page: Page, url: string): Promise<number> {
  await page.goto(url);
  return page.evaluate(
    () =>
      new Promise<number>(resolve => {
        const look = (): void => {
          if (document.querySelector('button') === null) requestAnimationFrame(look);
          else requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now())));
        };
        look();
      }),
  );
}

/** Milliseconds from a touch to the first frame that shows another heading. */
async function touchMs(page: Page, button: RegExp): Promise<number> {
  await page.evaluate(() => {
    const slot = globalThis as { touched?: Promise<number> };
    const heading = (): string => document.querySelector('h1')?.textContent ?? '';
    const before = heading();
    slot.touched = new Promise(resolve => {
      addEventListener(
        'pointerdown',
        event => {
          const look = (): void => {
            if (heading() === before) requestAnimationFrame(look);
            else requestAnimationFrame(() => resolve(performance.now() - event.timeStamp));
          };
          look();
        },
        { once: true, capture: true },
      );
    });
  });
  await page.getByRole('button', { name: button }).first().tap();
  return page.evaluate(() => (globalThis as { touched?: Promise<number> }).touched ?? Promise.resolve(Number.NaN));
}

/** First screen and touches at CPU x6, beside a floor page in the same run. */
export async function benchStart(): Promise<Record<string, unknown>> {
  const house = await openHouse();
  const floor = createServer((_, response) => response.setHeader('content-type', 'text/html').end(floorPage));
  await new Promise<void>(resolve => floor.listen(0, '127.0.0.1', resolve));
  const floorUrl = `http://127.0.0.1:${(floor.address() as AddressInfo).port}/`;
  const browser = await openBrowser();
  try {
    const page = await openPage(browser);
    await page.goto(house.kioskUrl);
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    // The worker controls the page from the next load on.
    await page.reload();
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await throttle(page, slowdown);
    const kioskMs: number[] = [];
    const floorMs: number[] = [];
    for (let round = 0; round < rounds; round++) {
      kioskMs.push(await interactiveMs(page, house.kioskUrl));
      floorMs.push(await interactiveMs(page, floorUrl));
    }
    await page.goto(house.kioskUrl);
    await page.getByRole('button', { name: '点一下屏幕，开始' }).tap();
    const touchedMs: number[] = [];
    for (let touch = 0; touch < touches; touch++)
      for (const button of [/按领域/, /首页/, /就近网点/, /首页/]) touchedMs.push(await touchMs(page, button));
    const kiosk = quantile(kioskMs, 0.5);
    const least = quantile(floorMs, 0.5);
    return {
      ...(await criticalBytes()),
      cpuSlowdown: slowdown,
      firstScreenFromWorkerMs: rounded(kiosk),
      floorPageMs: rounded(least),
      ratioToFloor: rounded(kiosk / least),
      touchToScreenP50Ms: rounded(quantile(touchedMs, 0.5)),
      touchToScreenP98Ms: rounded(quantile(touchedMs, 0.98)),
      touches: touchedMs.length,
    };
  } finally {
    await browser.close();
    floor.close();
    await house.close();
  }
}
