import { mkdtemp, readFile, rm } from 'node:fs/promises';
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

/** Somebody of the staff signs in at the platform's desk and says that they come. */
export async function answerCall(house: House): Promise<void> {
  const desk = `${house.platformUrl}/desk`;
  const token = (await readFile(join(house.folder, 'keys/staff-token'), 'utf8')).trim();
  const post = (path: string, fields: Record<string, string>, cookie: string): Promise<Response> =>
    fetch(`${desk}${path}`, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: house.platformUrl, cookie },
      body: new URLSearchParams(fields),
    });
  const cookie = (await post('', { token }, '')).headers.get('set-cookie')?.split(';')[0] ?? '';
  const calls = await (await fetch(`${desk}/calls`, { headers: { cookie } })).text();
  const path = /\/desk(\/calls\/[^"]+\/answer)/.exec(calls)?.[1];
  if (path === undefined) throw new Error('no call waits at the desk');
  const answered = await post(path, {}, cookie);
  if (answered.status >= 400) throw new Error(`the call could not be answered: ${answered.status}`);
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
