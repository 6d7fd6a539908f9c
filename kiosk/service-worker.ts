import { clientsClaim } from 'workbox-core';
import { cleanupOutdatedCaches, type PrecacheEntry, precacheAndRoute } from 'workbox-precaching';
import { areYouWell, wellWithinMs } from './watchdog/signs.ts';

/** The few members of ServiceWorkerGlobalScope used here: its own library cannot stand beside the DOM's in one project. */
declare const self: {
  __WB_MANIFEST: (PrecacheEntry | string)[];
  clients: { matchAll(of: { type: 'window'; includeUncontrolled: true }): Promise<Pick<MessagePort, 'postMessage'>[]> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'message', listener: (event: MessageEvent<{ type?: string } | null>) => void): void;
  addEventListener(type: 'install', listener: (event: { waitUntil(done: Promise<unknown>): void }) => void): void;
};

// Only what was built is answered from here. /api/ and /dock find no route and go to the bridge untouched.
precacheAndRoute(self.__WB_MANIFEST, { cleanURLs: false });
cleanupOutdatedCaches();
clientsClaim();

// A new worker waits until the page says that nobody stands in front of it.
self.addEventListener('message', event => {
  if (event.data?.type === 'SKIP_WAITING') void self.skipWaiting();
});

// A page that cannot say that it is well was broken by the worker before: this one does not wait for it.
self.addEventListener('install', event => event.waitUntil(takeOverFromBroken()));

async function takeOverFromBroken(): Promise<void> {
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const well = await Promise.all(pages.map(isWell));
  if (!well.includes(true)) await self.skipWaiting();
}

function isWell(page: Pick<MessagePort, 'postMessage'>): Promise<boolean> {
  const { port1, port2 } = new MessageChannel();
  return new Promise(resolve => {
    port1.onmessage = () => resolve(true);
    setTimeout(() => resolve(false), wellWithinMs);
    page.postMessage(areYouWell, [port2]);
  });
}
