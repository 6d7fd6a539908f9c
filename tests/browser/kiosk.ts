import { test as base, expect, type Page } from '@playwright/test';
import { type House, openHouse } from '../support/house.ts';

export { expect } from '@playwright/test';

/** The kiosk in a browser, used by touch as a citizen does. */
export interface Kiosk {
  page: Page;
  /** Touches a button or link by its words. */
  touch(words: string | RegExp): Promise<void>;
  /** From the attract screen to home. */
  begin(): Promise<void>;
  /** Sees these words, anywhere on the screen. */
  sees(words: string | RegExp): Promise<void>;
}

export function kioskOn(page: Page): Kiosk {
  const touch = async (words: string | RegExp): Promise<void> =>
    page.getByRole('button', { name: words }).first().tap();
  const sees = async (words: string | RegExp): Promise<void> => {
    await expect(page.getByText(words).filter({ visible: true }).first()).toBeVisible();
  };
  return {
    page,
    touch,
    sees,
    begin: async () => {
      await touch('点一下屏幕，开始');
      await sees('您好，想办什么事？');
    },
  };
}

/** `house` is shared by the tests of a worker and put in order before each; `kiosk` is a fresh page at the attract screen. */
export const test = base.extend<{ kiosk: Kiosk }, { house: House }>({
  house: [
    // biome-ignore lint/correctness/noEmptyPattern: the runner reads a fixture's needs from this pattern
    async ({}, use) => {
      const house = await openHouse();
      await use(house);
      await house.close();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  kiosk: async ({ page, house }, use) => {
    await house.resetHardware();
    await page.goto(house.kioskUrl);
    await house.until(
      'services ready',
      state => state.services.certificates.available && state.content.digest !== null,
    );
    await use(kioskOn(page));
    await endVisit(house);
  },
});

/** Whoever is still at the terminal leaves. */
export async function endVisit(house: House): Promise<void> {
  const { visit } = await house.state();
  if (visit.phase !== 'idle') {
    const response = await fetch(new URL('/api/command', house.kioskUrl), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ type: 'visit/end', visitId: visit.id }),
    });
    if (!response.ok) throw new Error(`the visit could not be ended: ${await response.text()}`);
  }
  await house.until('nobody there', state => state.visit.phase === 'idle');
}

/** Tests with a house of short patience beside the usual fixtures; the rules are the same as with 60 s and 20 s (content/common/visit/visit.test.ts). */
export function withImpatientHouse(warningSeconds: number) {
  return test.extend<object, { impatient: House }>({
    impatient: [
      // biome-ignore lint/correctness/noEmptyPattern: the runner reads a fixture's needs from this pattern
      async ({}, use) => {
        const house = await openHouse({ visit: { idleSeconds: 2, warningSeconds } });
        await use(house);
        await house.close();
      },
      { scope: 'worker', timeout: 120_000 },
    ],
  });
}
