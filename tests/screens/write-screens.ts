import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from '@playwright/test';
import { defaultPaths } from '../../scripts/paths.ts';
import { openBrowser } from '../support/browser.ts';
import { type House, openHouse } from '../support/house.ts';
import { allScreens } from './all-screens.ts';
import { type ModeName, modes, orientations, setMode, settled } from './modes.ts';
import { walkOn } from './walk.ts';

const help = `Takes pictures of the real screens, for the README and for looking at a change.

Usage: npm run screens -- [--out DIR] [--landscape] [--mode MODE]... [--only NAME]...
  --out DIR    default docs/screens
  --mode MODE  ${Object.keys(modes).join(' | ')}; more than one: each has a folder of its own
  --only NAME  these screens only (the way to them is walked all the same)
`;

const { values } = parseArgs({
  options: {
    out: { type: 'string', default: join(defaultPaths.checkout, 'docs/screens') },
    landscape: { type: 'boolean', default: false },
    mode: { type: 'string', multiple: true, default: ['normal'] },
    only: { type: 'string', multiple: true },
    help: { type: 'boolean', short: 'h', default: false },
  },
});
if (values.help) {
  process.stdout.write(help);
  process.exit(0);
}
const isMode = (name: string): name is ModeName => name in modes;
const wanted = values.mode.filter(isMode);
if (wanted.length !== values.mode.length) {
  process.stderr.write(help);
  process.exit(2);
}

const folderOf = (mode: ModeName): string => (wanted.length === 1 ? values.out : join(values.out, mode));
for (const mode of wanted) await mkdir(folderOf(mode), { recursive: true });

const browser = await openBrowser();
try {
  for (const { stops, visit } of Object.values(allScreens)) {
    if (values.only !== undefined && !stops.some(({ name }) => isWanted(name))) continue;
    const house = await openHouse({ visit });
    try {
      const page = await openTerminal();
      const walk = walkOn(page, house);
      for (const { name, settings, go } of stops) {
        await go(walk);
        if (!isWanted(name)) continue;
        for (const mode of settings ? wanted : wanted.slice(0, 1)) {
          if (settings) await setMode(page, modes[mode]);
          await shoot(page, join(folderOf(mode), `${name}.png`));
        }
        if (settings) await setMode(page, modes.normal);
      }
      if (stops === allScreens.printing.stops && isWanted('dock')) await shootDock(page, house);
    } finally {
      await house.close();
    }
  }
} finally {
  await browser.close();
}

function isWanted(name: string): boolean {
  return values.only?.includes(name) ?? true;
}

async function openTerminal(): Promise<Page> {
  const context = await browser.newContext({
    viewport: values.landscape ? orientations.landscape : orientations.portrait,
    hasTouch: true,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
  return context.newPage();
}

async function shoot(page: Page, path: string): Promise<void> {
  await settled(page);
  // Pictures are of screens, not of transitions.
  await page.screenshot({ path, animations: 'disabled' });
}

/** The dock is a page for a desk: wide enough for the terminal's screen beside it. */
async function shootDock(page: Page, house: House): Promise<void> {
  await house.dock({ type: 'card/insert', cardId: 'wang-xiaoming' });
  await page.setViewportSize({ width: 1600, height: 1000 });
  await page.goto(`${house.kioskUrl}/dock`);
  await page.getByRole('button').first().waitFor();
  await page.frameLocator('iframe').getByText('咨询 12345').first().waitFor();
  await shoot(page, join(folderOf(wanted[0] ?? 'normal'), 'dock.png'));
}
