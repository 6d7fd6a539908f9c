import 'fake-indexeddb/auto';
import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { buildIndex } from '../../../content/model/search/build-index.ts';
import { withStore } from '../kiosk-store.ts';
import { keepIndex, readIndex } from './index-store.ts';
import { openSearch } from './open-search.ts';

const indexOf = (text: string): { bytes: Uint8Array; digest: string } => {
  const readings = Array.from(text, () => ['a']);
  const bytes = buildIndex({ matters: [{ id: text }], entries: [{ matterId: text, text, readings, kind: 'name' }] });
  return { bytes, digest: createHash('sha256').update(bytes).digest('hex') };
};
const indexes = ['社保', '医保', '户口'].map(indexOf);
const served = new Map<string, Uint8Array>();
let server: Server;

beforeAll(async () => {
  server = createServer((request, response) => {
    const bytes = served.get(request.url ?? '');
    if (bytes === undefined) response.writeHead(404).end();
    else response.end(bytes);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const plainFetch = globalThis.fetch;
  vi.stubGlobal('fetch', (path: string) => plainFetch(`${origin}${path}`));
});
afterAll(() => {
  vi.unstubAllGlobals();
  server.close();
});
beforeEach(() => {
  served.clear();
  for (const { bytes, digest } of indexes) served.set(`/api/search/${digest}`, bytes);
});

const [first = indexOf('甲'), second = indexOf('乙'), third = indexOf('丙')] = indexes;
const found = async (digest: string, query: string): Promise<number> =>
  (await openSearch(digest)).search(query, { limit: 5, date: null }).length;

test('keeps what it fetched, so that it is there without the bridge', async () => {
  expect(await found(first.digest, '社保')).toBe(1);
  served.clear();
  expect(await found(first.digest, '社保')).toBe(1);
});

test('fetches anew what the store damaged', async () => {
  await keepIndex(second.digest);
  const torn = new Uint8Array(second.bytes.length);
  await withStore(store => store.put('searchIndex', { digest: second.digest, bytes: torn, keptAt: 1 }, second.digest));
  expect(await found(second.digest, '医保')).toBe(1);
});

test('does not take other bytes than the digest says', async () => {
  served.set(`/api/search/${third.digest}`, first.bytes);
  await expect(openSearch(third.digest)).rejects.toThrow(/another/);
});

test('keeps the newest two', async () => {
  for (const { digest } of indexes) await keepIndex(digest);
  const kept = await Promise.all(indexes.map(({ digest }) => readIndex(digest)));
  expect(kept.filter(bytes => bytes !== null).length).toBe(2);
  expect(kept[2]).not.toBeNull();
});
