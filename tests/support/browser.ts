import { type Browser, type CDPSession, chromium, type Page } from '@playwright/test';
import config from '../../playwright.config.ts';

export async function openBrowser(): Promise<Browser> {
  return chromium.launch(config.use?.launchOptions);
}

export async function openPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1080, height: 1920 }, hasTouch: true });
  return context.newPage();
}

/** Slows the page's processor down by this factor, as a cheap terminal is slower than this machine. */
export async function throttle(page: Page, factor: number): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: factor });
  return session;
}
