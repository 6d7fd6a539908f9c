import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from '@playwright/test';
import { openPage, throttle } from '../support/browser.ts';
import { quantile, rounded } from './figures.ts';

const rounds = 9;
const up = 'kiosk-up';

/** The least a page can be for these readers: a heading and a button that works, in Chinese. The kiosk is measured beside it. */
const floorHtml = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><body style="font-family:'Noto Sans CJK SC'">
<h1>自助办事，随时可办</h1><button>点一下屏幕，开始</button>
<script type="module">document.querySelector('button').onclick = () => {}; dispatchEvent(new Event('${up}'))</script>`;

export interface FirstScreenFigures {
  /** From the service worker, which keeps all of it. */
  firstScreenFromWorkerMs: number;
  floorPageMs: number;
  ratioToFloor: number;
  /** In a browser that has never seen the page: nothing kept, no worker. */
  coldMs: number;
  floorColdMs: number;
  coldRatioToFloor: number;
}

/** Milliseconds from navigation until a touch is answered, medians, at a slowed processor. */
export async function benchFirstScreen(
  browser: Browser,
  kioskUrl: string,
  slowdown: number,
): Promise<FirstScreenFigures> {
  const floor = createServer((_, response) => response.setHeader('content-type', 'text/html').end(floorHtml));
  await new Promise<void>(resolve => floor.listen(0, '127.0.0.1', resolve));
  const floorUrl = `http://127.0.0.1:${(floor.address() as AddressInfo).port}/`;
  try {
    const page = await openPage(browser);
    await page.goto(kioskUrl);
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    // The worker controls the page from the next load on.
    await page.reload();
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await notesWhenUp(page);
    await throttle(page, slowdown);
    const times = {
      kiosk: [] as number[],
      floor: [] as number[],
      kioskCold: [] as number[],
      floorCold: [] as number[],
    };
    for (let round = 0; round < rounds; round++) {
      times.kiosk.push(await interactiveMs(page, kioskUrl));
      times.floor.push(await interactiveMs(page, floorUrl));
      times.kioskCold.push(await coldMs(browser, kioskUrl, slowdown));
      times.floorCold.push(await coldMs(browser, floorUrl, slowdown));
    }
    await page.context().close();
    const median = (values: number[]): number => quantile(values, 0.5);
    return {
      firstScreenFromWorkerMs: rounded(median(times.kiosk)),
      floorPageMs: rounded(median(times.floor)),
      ratioToFloor: hundredths(median(times.kiosk) / median(times.floor)),
      coldMs: rounded(median(times.kioskCold)),
      floorColdMs: rounded(median(times.floorCold)),
      coldRatioToFloor: hundredths(median(times.kioskCold) / median(times.floorCold)),
    };
  } finally {
    floor.close();
  }
}

async function coldMs(browser: Browser, url: string, slowdown: number): Promise<number> {
  const page = await openPage(browser);
  await notesWhenUp(page);
  await throttle(page, slowdown);
  const ms = await interactiveMs(page, url);
  await page.context().close();
  return ms;
}

/** Both pages say when their button works; two frames later it can be seen and touched. */
async function notesWhenUp(page: Page): Promise<void> {
  await page.addInitScript(sign => {
    const slot = globalThis as { interactive?: Promise<number> };
    slot.interactive = new Promise(resolve => {
      addEventListener(
        sign,
        () => requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now()))),
        { once: true },
      );
    });
  }, up);
}

async function interactiveMs(page: Page, url: string): Promise<number> {
  await page.goto(url);
  return page.evaluate(
    () => (globalThis as { interactive?: Promise<number> }).interactive ?? Promise.resolve(Number.NaN),
  );
}

const hundredths = (value: number): number => Math.round(value * 100) / 100;
