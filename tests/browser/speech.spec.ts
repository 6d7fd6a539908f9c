import type { Page } from '@playwright/test';
import { compileRecords } from '../../content/compiler/compile.ts';
import { readSources } from '../../content/compiler/read-sources.ts';
import type { Role } from '../../content/delivery/roles.ts';
import { writePacks } from '../../content/publisher/pack-files.ts';
import { publishRecords } from '../../content/publisher/publish-records.ts';
import { speechPacks } from '../../content/speech/speech-packs.ts';
import { defaultPaths } from '../../scripts/paths.ts';
import type { House } from '../support/house.ts';
import { endVisit, expect, type Kiosk, test } from './kiosk.ts';

declare global {
  interface Window {
    /** What was said, in order. */
    said: string[];
    /** Sounds that are heard or lie ahead, by the browser's own audio. */
    sounding: Set<AudioBufferSourceNode>;
    /** Sounds begun, and when. */
    begun: number;
    /** Seconds of the longest sound since it was asked last. */
    longest: number;
  }
}

/** Listens in: the words as they are said, and the sources of real sound as they start and end. */
async function listenIn(page: Page): Promise<void> {
  await page.addInitScript(() => {
    [window.said, window.sounding, window.begun, window.longest] = [[], new Set(), 0, 0];
    document.addEventListener('speech-said', event => {
      window.said.push((event as CustomEvent<{ text: string }>).detail.text);
    });
    const { start } = AudioBufferSourceNode.prototype;
    AudioBufferSourceNode.prototype.start = function (...when) {
      window.begun += 1;
      window.longest = Math.max(window.longest, this.buffer?.duration ?? 0);
      window.sounding.add(this);
      this.addEventListener('ended', () => window.sounding.delete(this));
      return start.apply(this, when);
    };
    const { stop } = AudioBufferSourceNode.prototype;
    AudioBufferSourceNode.prototype.stop = function (...when) {
      window.sounding.delete(this);
      return stop.apply(this, when);
    };
  });
  await page.reload();
}

const said = (page: Page): Promise<string> => page.evaluate(() => window.said.join('\n'));
const forget = (page: Page): Promise<void> =>
  page.evaluate(() => {
    window.said = [];
  });
const sounding = (page: Page): Promise<number> => page.evaluate(() => window.sounding.size);

async function hears(page: Page, ...words: string[]): Promise<void> {
  for (const word of words) await expect.poll(() => said(page), { message: `hears ${word}` }).toContain(word);
}

/** The whole page, sentence by sentence, without waiting for each to end. */
async function hearPage({ page, touch }: Kiosk): Promise<void> {
  await touch('读本页');
  const next = page.getByRole('button', { name: '下一句' });
  for (let at = 0; at < 80; at++) {
    await next.tap();
    if (await page.locator('.speech-caption[data-silent]').count()) return;
  }
}

async function beginAloud(kiosk: Kiosk): Promise<void> {
  await listenIn(kiosk.page);
  await kiosk.touch('朗读');
  await hears(kiosk.page, '您好，想办什么事？');
}

test('a guide is heard: its title and summary unasked, all of it when asked, and every touch', async ({ kiosk }) => {
  const { page, touch } = kiosk;
  await beginAloud(kiosk);
  await touch(/按领域/);
  await hears(page, '查办事指南');
  await touch(/社会保险/);
  await touch(/灵活就业人员参保登记/);
  await hears(page, '灵活就业人员参保登记', '没有单位的人自己参加职工养老保险');
  await expect(page.locator('.speech-caption')).toContainText('没有单位的人');
  await expect.poll(() => sounding(page)).toBeGreaterThan(0);
  await page.getByRole('radio', { name: '在外省' }).tap();
  await hears(page, '在外省，已选');
  await forget(page);
  await hearPage(kiosk);
  const shown = await page.locator('main.screen').innerText();
  const heard = (await said(page)).replace(/[\s，]/g, '');
  const unheard = shown
    .split('\n')
    .filter(line => /\p{Script=Han}/u.test(line) && !heard.includes(line.replace(/[\s，]/g, '')));
  expect(unheard).toEqual([]);
});

test('silence follows another language at once, and what is read then is English', async ({ kiosk }) => {
  const { page, touch } = kiosk;
  await beginAloud(kiosk);
  await touch('读本页');
  await expect.poll(() => sounding(page)).toBeGreaterThan(0);
  await forget(page);
  await touch('English');
  await hears(page, 'What do you need?');
  expect(await said(page)).not.toMatch(/\p{Script=Han}/u);
  await expect(page.locator('.speech-bar')).toContainText('Read page');
});

test('a certificate is heard from the card to the paper; names and numbers only in headphones', async ({
  kiosk,
  house,
}) => {
  const { page, touch, sees } = kiosk;
  await beginAloud(kiosk);
  await touch(/打印证明/);
  await hears(page, '请把身份证平放到读卡区');
  await house.dock({ type: 'card/insert', cardId: 'wang-xiaoming' });
  await hears(page, '要打印哪一份');
  await forget(page);
  await hearPage(kiosk);
  await hears(page, '只在耳机里读', '社会保险参保证明');
  expect(await said(page)).not.toMatch(/王|0018/);
  await touch('我戴了耳机');
  await hearPage(kiosk);
  await hears(page, '王*明');
  await touch('社会保险参保证明');
  await hears(page, '请核对');
  await page.locator('.certificates-actions').getByRole('button', { name: '打印' }).tap();
  await hears(page, '正在打印');
  await hears(page, '请取走纸张和身份证');
  await house.dock({ type: 'card/remove' });
  await sees('打印好了');
});

test('an error is heard when it comes, and the end of the visit is silent', async ({ kiosk, house }) => {
  const { page, touch } = kiosk;
  await beginAloud(kiosk);
  await touch(/打印证明/);
  await hears(page, '请把身份证平放到读卡区');
  await house.dock({ type: 'reader/plug', plugged: false });
  await hears(page, '读卡器');
  await touch('读本页');
  await expect.poll(() => sounding(page)).toBeGreaterThan(0);
  await endVisit(house);
  await expect.poll(() => sounding(page)).toBe(0);
  await expect(page.locator('.speech-bar')).toHaveCount(0);
  const begun = await page.evaluate(() => window.begun);
  await touch('点一下屏幕，开始');
  await kiosk.sees('您好，想办什么事？');
  expect(await page.evaluate(() => window.begun)).toBe(begun);
});

test('a dialog is heard when it opens, and the keys of the voice are in it', async ({ kiosk }) => {
  const { page, touch } = kiosk;
  await beginAloud(kiosk);
  await touch('求助');
  await hears(page, '需要帮忙', '政务服务热线', '12345');
  await page.locator('dialog[open] .speech-host').getByRole('button', { name: '再读' }).tap();
  await touch('关闭');
  await expect(page.locator('.stage > .speech-host')).toBeVisible();
});

const matterId = 'flexible-employment-enrolment';

/** One guide's sounds, published as `content publish` does with all of them. */
async function publishSounds(house: House): Promise<void> {
  const sources = await readSources(house.contentSource);
  const records = compileRecords(sources);
  const one = new Map<Role, Map<string, string>>();
  for (const [role, own] of records) {
    const text = own.get(`matter/${matterId}`);
    if (text !== undefined) one.set(role, new Map([[`matter/${matterId}`, text]]));
  }
  const now = new Date();
  const { files, records: named } = await speechPacks(one, sources, defaultPaths.speechCache);
  await writePacks(house.contentOriginDir, files, now);
  const withSounds = new Map([...records].map(([role, own]) => [role, new Map([...own, ...(named.get(role) ?? [])])]));
  await publishRecords({ origin: house.contentOriginDir, keys: house.contentKeysDir, now, records: withSounds });
}

test('published sounds come to the terminal, and a guide is said by whole sentences', async ({
  kiosk,
  house,
  page,
}) => {
  const before = (await house.state()).content.digest;
  await publishSounds(house);
  await house.until('sounds in the content', ({ content }) => content.digest !== null && content.digest !== before);
  const { digest } = (await house.state()).content;
  const generation = await (await fetch(new URL(`/api/content/${digest}`, house.kioskUrl))).json();
  const { sha256 } = generation.speech.matters[matterId];
  await expect.poll(async () => (await fetch(new URL(`/api/speech/${sha256}`, house.kioskUrl))).status).toBe(200);
  await beginAloud(kiosk);
  await kiosk.touch(/按领域/);
  await kiosk.touch(/社会保险/);
  await kiosk.touch(/灵活就业人员参保登记/);
  await hears(page, '没有单位的人');
  // A clause of fourteen characters is one sound; of loose phrases and syllables none is as long.
  await expect
    .poll(async () => {
      await page.evaluate(() => {
        window.longest = 0;
      });
      await kiosk.touch('再读');
      await expect.poll(() => sounding(page)).toBeGreaterThan(0);
      return page.evaluate(() => window.longest);
    })
    .toBeGreaterThan(2.2);
});
