import type { Page } from '@playwright/test';
import { quantile, rounded } from './figures.ts';

/** What is touched, one after the other: every screen a citizen can walk to without a card, and what changes on it. */
const walk: { on: string; name?: string | RegExp }[] = [
  { on: 'main.home button', name: /按领域/ },
  { on: 'main.browse [role=tab], main.browse button', name: /按层级|权力层级|层级/ },
  { on: 'nav button', name: /首页/ },
  { on: 'main.home button', name: /按领域/ },
  { on: 'main.browse button', name: /社会保险/ },
  { on: 'main.matters button', name: /灵活就业人员参保登记/ },
  { on: 'main.guide [role=radio]' },
  { on: 'nav button', name: /返回/ },
  { on: 'nav button', name: /首页/ },
  { on: 'main.home button', name: /就近网点/ },
  { on: 'nav button', name: /首页/ },
  { on: 'main.home button', name: /输入/ },
  { on: 'main.find button', name: /^s$/ },
  { on: 'main.find button', name: /^b$/ },
  { on: 'main.find .find-results button' },
  { on: 'nav button', name: /首页/ },
  { on: '.access-bar button', name: /大字/ },
  { on: '.access-bar button', name: /大字/ },
  { on: '.access-bar button', name: /高对比/ },
  { on: '.access-bar button', name: /高对比/ },
  { on: '.access-bar button', name: /English/ },
  { on: '.access-bar button', name: /中文/ },
  { on: '.access-bar button', name: /求助/ },
  { on: 'dialog button', name: /关闭/ },
  { on: 'main.home button', name: /打印证明/ },
  { on: 'main.certificates nav button' },
];

export interface Touch {
  step: string;
  ms: number;
}

/** Milliseconds from each touch to the first frame that shows something else. Begins and ends at home. */
export async function touchTimes(page: Page, rounds: number): Promise<Touch[]> {
  const times: Touch[] = [];
  for (let round = 0; round < rounds; round++)
    for (const { on, name } of walk) {
      const target = name === undefined ? page.locator(on) : page.locator(on).filter({ hasText: name });
      // An unchecked answer: touching the present one changes nothing.
      const untouched = on.includes('radio') ? page.locator(`${on}[aria-checked=false]`) : target;
      await untouched.first().waitFor();
      await noteNextChange(page);
      await untouched.first().tap();
      const ms = await page.evaluate(() => (globalThis as { changedMs?: Promise<number> }).changedMs ?? Number.NaN);
      times.push({ step: `${on} ${name ?? ''}`.trim(), ms });
    }
  return times;
}

/** From the finger's contact to the second frame with another screen, other words or other settings. */
async function noteNextChange(page: Page): Promise<void> {
  await page.evaluate(() => {
    const slot = globalThis as { changedMs?: Promise<number> };
    const shown = (): string => JSON.stringify({ ...document.documentElement.dataset }) + document.body.textContent;
    const before = shown() + document.querySelectorAll('[aria-checked=true]').length;
    const now = (): string => shown() + document.querySelectorAll('[aria-checked=true]').length;
    slot.changedMs = new Promise(resolve => {
      addEventListener(
        'pointerdown',
        event => {
          const look = (): void => {
            if (now() === before) requestAnimationFrame(look);
            else requestAnimationFrame(() => resolve(performance.now() - event.timeStamp));
          };
          look();
        },
        { once: true, capture: true },
      );
    });
  });
}

/** The steps that take longest, by their medians. */
export function slowest(times: readonly Touch[], count: number): Record<string, number> {
  const bySteps = Map.groupBy(times, ({ step }) => step);
  const medians = [...bySteps].map(([step, all]): [string, number] => [
    step,
    rounded(
      quantile(
        all.map(({ ms }) => ms),
        0.5,
      ),
    ),
  ]);
  return Object.fromEntries(medians.sort(([, a], [, b]) => b - a).slice(0, count));
}
