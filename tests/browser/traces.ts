import { expect, type Page } from '@playwright/test';
import type { House } from '../support/house.ts';

/** Looks wherever something of a citizen could be left: page, storage, its memory, the bridge's state, all logs. */
export async function expectNoTraces(page: Page, house: House, who: { name: string; idNumber: string }): Promise<void> {
  const masked = `${who.name.charAt(0)}*${who.name.slice(2)}`;
  // Four digits alone are a trace where they stand by themselves, not in the middle of a digest or a coordinate.
  const shownDigits = new RegExp(`(?<![\\w.])${who.idNumber.slice(-4)}(?!\\w)`);
  const traces = [who.name, who.idNumber, masked, shownDigits];
  const places: Record<string, string> = {
    page: await page.content(),
    state: JSON.stringify(await house.state()),
    storage: JSON.stringify(await page.evaluate(storedText)),
    logs: await house.logs(),
    memory: await heapText(page),
  };
  for (const [place, text] of Object.entries(places))
    for (const trace of traces) {
      const found = typeof trace === 'string' ? text.includes(trace) : trace.test(text);
      expect(found, `${trace} in the ${place}`).toBe(false);
    }
}

/** All that a page can have stored: both storages, cookies, every record of every database, every cached address. */
async function storedText(): Promise<unknown[]> {
  const found: unknown[] = [{ ...localStorage }, { ...sessionStorage }, document.cookie];
  for (const { name = '' } of await indexedDB.databases()) {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open(name);
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    for (const store of database.objectStoreNames) {
      const rows = database.transaction(store).objectStore(store).getAll();
      await new Promise(resolve => {
        rows.onsuccess = resolve;
      });
      found.push(rows.result);
    }
    database.close();
  }
  for (const name of await caches.keys())
    found.push((await (await caches.open(name)).keys()).map(request => request.url));
  return found;
}

/** Every string alive in the page, from a heap snapshot after collection. */
async function heapText(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const chunks: string[] = [];
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await session.detach();
  const snapshot: { strings: string[] } = JSON.parse(chunks.join(''));
  return snapshot.strings.join('\n');
}
