import type { Page } from '@playwright/test';
import { en } from '../../kiosk/locales/en.ts';
import { zh } from '../../kiosk/locales/zh.ts';

/** How a citizen can have the screen. */
export interface Mode {
  large: boolean;
  contrast: boolean;
  low: boolean;
  english: boolean;
}

const normal: Mode = { large: false, contrast: false, low: false, english: false };

export const modes = {
  normal,
  large: { ...normal, large: true },
  contrast: { ...normal, contrast: true },
  english: { ...normal, english: true },
  low: { ...normal, low: true },
  'large-low': { ...normal, large: true, low: true },
  'large-english': { ...normal, large: true, english: true },
  'large-low-english': { ...normal, large: true, low: true, english: true },
} as const satisfies Record<string, Mode>;

export type ModeName = keyof typeof modes;

/** The two ways a terminal stands: 1080 x 1920 and 1920 x 1080 CSS pixels. */
export const orientations = {
  portrait: { width: 1080, height: 1920 },
  landscape: { width: 1920, height: 1080 },
} as const;

export type OrientationName = keyof typeof orientations;

const labels = {
  large: [zh.access.largeType, en.access.largeType],
  contrast: [zh.access.highContrast, en.access.highContrast],
  low: [zh.access.lowReach, en.access.lowReach],
  english: [zh.access.otherLanguage, en.access.otherLanguage],
};

/** Presses what differs in the access bar, also where a dialog lies over it, and waits until the page is laid out anew. */
export async function setMode(page: Page, mode: Mode): Promise<void> {
  const english = await page.evaluate(
    ({ mode, labels }) => {
      // A press begins with a touch: by it the privacy shade knows that somebody is there.
      dispatchEvent(new Event('pointerdown'));
      const { dataset, lang } = document.documentElement;
      const present: Record<string, boolean> = {
        large: dataset.type === 'large',
        contrast: dataset.contrast === 'high',
        low: dataset.reach === 'low',
        english: lang === 'en',
      };
      const buttons = [...document.querySelectorAll<HTMLElement>('.access-bar button')];
      for (const [name, wanted] of Object.entries(mode)) {
        if (present[name] === wanted) continue;
        const words = Object.entries(labels).find(([key]) => key === name)?.[1] ?? [];
        const button = buttons.find(each => words.includes(each.textContent.trim()));
        if (button === undefined) throw new Error(`no button ${words[0]} in the access bar`);
        button.click();
      }
      return mode.english;
    },
    { mode, labels },
  );
  const help = english ? en.access.help : zh.access.help;
  await page.waitForFunction(
    words => [...document.querySelectorAll('.access-bar button')].some(each => each.textContent.trim() === words),
    help,
  );
  await settled(page);
}

/** Fonts are there and the observers of sizes have had their say. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
  });
}
