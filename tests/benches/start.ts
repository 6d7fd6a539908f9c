import { openBrowser, openPage, throttle } from '../support/browser.ts';
import { openHouse } from '../support/house.ts';
import { criticalBytes } from './bundle-sizes.ts';
import { quantile, rounded } from './figures.ts';
import { benchFirstScreen } from './first-screen.ts';
import { slowest, type Touch, touchTimes } from './touches.ts';

const touchRounds = 5;
const slowdown = 6;

/** Bytes and first screen beside a floor page, and touches over every screen: at CPU x6, and touches at x1 too. */
export async function benchStart(): Promise<Record<string, unknown>> {
  const house = await openHouse();
  const browser = await openBrowser();
  try {
    await house.until('services', state => state.services.certificates.available && state.content.digest !== null);
    const firstScreen = await benchFirstScreen(browser, house.kioskUrl, slowdown);
    const page = await openPage(browser);
    await page.goto(house.kioskUrl);
    await page.locator('.attract-touch').tap();
    const plain = await touchTimes(page, touchRounds);
    await throttle(page, slowdown);
    const slowed = await touchTimes(page, touchRounds);
    return {
      ...(await criticalBytes()),
      cpuSlowdown: slowdown,
      ...firstScreen,
      touches: slowed.length,
      touchToScreenX1P50Ms: rounded(quantile(times(plain), 0.5)),
      touchToScreenX1P98Ms: rounded(quantile(times(plain), 0.98)),
      touchToScreenP50Ms: rounded(quantile(times(slowed), 0.5)),
      touchToScreenP98Ms: rounded(quantile(times(slowed), 0.98)),
      slowestTouchesMs: slowest(slowed, 6),
    };
  } finally {
    await browser.close();
    await house.close();
  }
}

const times = (touches: readonly Touch[]): number[] => touches.map(({ ms }) => ms);
