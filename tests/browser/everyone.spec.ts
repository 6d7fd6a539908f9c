import { allScreens, type WalkName } from '../screens/all-screens.ts';
import { axeFaults, bringAxe } from '../screens/axe.ts';
import { outOfReach } from '../screens/keypad-reach.ts';
import { modes, orientations, setMode, settled } from '../screens/modes.ts';
import { pageFaults, rememberTypeSizes } from '../screens/page-faults.ts';
import { walkOn } from '../screens/walk.ts';
import { openHouse } from '../support/house.ts';
import { expect, test } from './kiosk.ts';

test.describe.configure({ mode: 'parallel' });

/** axe's answer changes with colours, words and sizes; where a thing lies does not concern it. */
const axeModes = new Set(['normal', 'large', 'contrast', 'english']);
/** The arrows go by where things lie: once as usual, once where most of it has to be scrolled to. */
const keypadLooks = new Set(['normal portrait', 'large-low portrait']);

for (const name of Object.keys(allScreens) as WalkName[])
  test(`${name}: every screen can be read, touched and reached by keys, whatever the mode and however the terminal stands`, async ({
    page,
  }) => {
    // Some hundred looks at the page; the limit only ends what hangs.
    test.setTimeout(300_000);
    const { stops, visit } = allScreens[name];
    const house = await openHouse({ visit });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await bringAxe(page);
    const walk = walkOn(page, house);
    try {
      for (const { name, settings, go } of stops) {
        await go(walk);
        for (const [orientation, size] of Object.entries(orientations)) {
          await page.setViewportSize(size);
          for (const [modeName, mode] of settings ? Object.entries(modes) : [['normal', modes.normal] as const]) {
            // On a lying screen low reach moves hardly anything that large type has not moved already.
            if (orientation === 'landscape' && modeName.startsWith('large-low')) continue;
            if (settings) await setMode(page, mode);
            else await settled(page);
            if (!mode.large) await rememberTypeSizes(page);
            const lowest = orientation === 'portrait' ? 0.5 : 1 / 3;
            const rules = { touchBelow: mode.low ? lowest : 0, doubled: mode.large && !mode.english };
            const faults = await pageFaults(page, rules);
            if (axeModes.has(modeName)) faults.push(...(await axeFaults(page)));
            if (keypadLooks.has(`${modeName} ${orientation}`)) faults.push(...(await outOfReach(page)));
            expect.soft(faults, `${name}, ${orientation}, ${modeName}`).toEqual([]);
          }
          if (settings) await setMode(page, modes.normal);
        }
        await page.setViewportSize(orientations.portrait);
      }
    } finally {
      await house.close();
    }
  });
