import type { Browser, Page } from '@playwright/test';
import { openBrowser } from '../support/browser.ts';
import { type House, openHouse } from '../support/house.ts';
import { allScreens } from './all-screens.ts';
import { type ModeName, modes, type OrientationName, orientations, setMode, settled } from './modes.ts';
import { walkOn } from './walk.ts';

export interface Picture {
  name: string;
  mode: ModeName;
  png: Buffer;
}

export interface Wanted {
  orientation: OrientationName;
  modes: readonly ModeName[];
  /** Null: every screen. */
  only: readonly string[] | null;
  /** Picture pixels for each CSS pixel. */
  scale: number;
  /** The moment on the screen's clock; null: now. With the same moment, the same screen gives the same picture. */
  at: Date | null;
}

/** Walks through every screen of the real kiosk and hands over a picture of each in each mode, as they come. */
export async function takePictures(wanted: Wanted, take: (picture: Picture) => Promise<void>): Promise<void> {
  const isWanted = (name: string): boolean => wanted.only?.includes(name) ?? true;
  const browser = await openBrowser();
  try {
    for (const { stops, visit } of Object.values(allScreens)) {
      if (!stops.some(({ name }) => isWanted(name)) && !isWanted('dock')) continue;
      const house = await openHouse({ visit });
      try {
        const page = await openTerminal(browser, wanted);
        // A countdown needs the clock that the bridge has.
        if (wanted.at !== null && stops !== allScreens.leaving.stops) await page.clock.setFixedTime(wanted.at);
        const walk = walkOn(page, house);
        for (const { name, settings, go } of stops) {
          await go(walk);
          if (!isWanted(name)) continue;
          for (const mode of settings ? wanted.modes : wanted.modes.slice(0, 1)) {
            if (settings) await setMode(page, modes[mode]);
            await take({ name, mode, png: await shot(page) });
          }
          if (settings) await setMode(page, modes.normal);
        }
        if (stops === allScreens.searching.stops && isWanted('dock')) await takeDock(page, house, take);
      } finally {
        await house.close();
      }
    }
  } finally {
    await browser.close();
  }
}

async function openTerminal(browser: Browser, { orientation, scale }: Wanted): Promise<Page> {
  const context = await browser.newContext({
    viewport: orientations[orientation],
    deviceScaleFactor: scale,
    hasTouch: true,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
  return context.newPage();
}

async function shot(page: Page): Promise<Buffer> {
  await settled(page);
  // Pictures are of screens, not of transitions.
  return page.screenshot({ animations: 'disabled' });
}

/** The dock is a page for a desk: wide enough for the terminal's screen beside it. */
async function takeDock(page: Page, house: House, take: (picture: Picture) => Promise<void>): Promise<void> {
  await house.dock({ type: 'card/insert', cardId: 'wang-xiaoming' });
  await page.setViewportSize({ width: 1600, height: 1000 });
  await page.goto(`${house.kioskUrl}/dock`);
  await page.getByRole('button').first().waitFor();
  await page.frameLocator('iframe').getByText('咨询 12345').first().waitFor();
  await take({ name: 'dock', mode: 'normal', png: await shot(page) });
}
