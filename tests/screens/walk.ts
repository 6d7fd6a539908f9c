import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { House } from '../support/house.ts';
import { readQrCode, run } from '../support/programs.ts';

/** A citizen at the screen, who reads Chinese. */
export interface Walk {
  page: Page;
  house: House;
  touch(name: string | RegExp, role?: 'button' | 'radio' | 'tab'): Promise<void>;
  sees(words: string | RegExp): Promise<void>;
  /** A fresh attract screen on a terminal whose devices all work. */
  arrive(): Promise<void>;
}

export function walkOn(page: Page, house: House): Walk {
  const sees = (words: string | RegExp): Promise<void> =>
    page.getByText(words).filter({ visible: true }).first().waitFor();
  return {
    page,
    house,
    sees,
    touch: (name, role = 'button') => page.getByRole(role, { name }).first().tap(),
    arrive: async () => {
      await house.resetHardware();
      await page.goto(house.kioskUrl);
      await house.until('ready', state => state.services.certificates.available && state.content.digest !== null);
      await sees('人工窗口');
    },
  };
}

/** The address in the code on the sheet that was printed last. */
export async function addressOnLastSheet(house: House): Promise<string> {
  const sheet = (await house.printed()).at(-1) ?? '';
  const folder = await mkdtemp(join(tmpdir(), 'screens-'));
  const picture = join(folder, 'sheet');
  await run('pdftoppm', ['-png', '-r', '150', '-f', '1', '-l', '1', '-singlefile', sheet, picture]);
  const address = await readQrCode(`${picture}.png`);
  await rm(folder, { recursive: true });
  return address;
}
