import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { canonicalJson, sha256Hex } from '../../content/common/canonical-json.ts';
import type { Generation } from '../../content/model/generation.ts';
import { signManifest } from '../../content/model/signed-manifest.ts';
import { createLog } from '../log.ts';
import { openContentStore } from './content-store.ts';
import { createContentUpdater } from './content-updater.ts';

const publisher = generateKeyPairSync('ed25519');
const stranger = generateKeyPairSync('ed25519');
let folder: string;
let server: Server;
/** What the origin serves: path -> answer. */
let files: Map<string, string>;
let requests: string[];
let idle: boolean;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'updater-'));
  files = new Map();
  requests = [];
  idle = true;
  server = createServer((request, response) => {
    const path = request.url ?? '';
    requests.push(path);
    const body = files.get(path);
    if (body === undefined) return response.writeHead(404).end();
    const etag = `"${sha256Hex(body)}"`;
    if (request.headers['if-none-match'] === etag) return response.writeHead(304).end();
    return response.writeHead(200, { etag }).end(body);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise(resolve => server.close(resolve));
  rmSync(folder, { recursive: true });
});

function offer(version: number, key: KeyObject = publisher.privateKey, word = `v${version}`): string {
  const generation: Generation = {
    formatVersion: 1,
    matters: [],
    places: [],
    lifeEvents: [],
    search: [],
    lexicon: { [word]: [] },
  };
  const bundle = canonicalJson(generation);
  const sha256 = sha256Hex(bundle);
  const path = `bundles/${sha256}.json`;
  files.set(`/${path}`, bundle);
  const signed = {
    version,
    publishedAt: '2026-11-23T00:00:00.000Z',
    bundle: { path, sha256, bytes: Buffer.byteLength(bundle) },
  };
  files.set('/manifest.json', JSON.stringify(signManifest(signed, key)));
  return sha256;
}

function updater() {
  const store = openContentStore(join(folder, 'content'));
  const { port } = server.address() as AddressInfo;
  const made = createContentUpdater({
    origin: `http://127.0.0.1:${port}/`,
    trustedKeys: [publisher.publicKey],
    store,
    isIdle: () => idle,
    onActivated: () => {},
    log: createLog('silent'),
  });
  const round = async (): Promise<void> => {
    await made.check();
    await made.activateIfIdle();
  };
  return { store, made, round };
}

describe('the content updater', () => {
  test('installs a signed generation and asks cheaply afterwards', async () => {
    const digest = offer(1);
    const { store, made, round } = updater();
    await round();
    expect(store.current).toEqual({ version: 1, digest });
    requests = [];
    await round();
    expect(requests).toEqual(['/manifest.json']);
    expect(made.fault).toBeNull();
  });
  test('waits with a new generation until the citizen has left', async () => {
    offer(1);
    const { store, made, round } = updater();
    await round();
    const digest = offer(2);
    idle = false;
    await round();
    expect(store.current?.version).toBe(1);
    idle = true;
    await made.activateIfIdle();
    expect(store.current).toEqual({ version: 2, digest });
  });
  test('goes on with what it has when a stranger signed', async () => {
    offer(1);
    const { store, made, round } = updater();
    await round();
    offer(2, stranger.privateKey);
    await round();
    expect(made.fault).toBe('content-untrusted');
    expect(store.current?.version).toBe(1);
  });
  test('refuses an older version', async () => {
    offer(3);
    const { store, made, round } = updater();
    await round();
    offer(2);
    await round();
    expect(made.fault).toBe('content-untrusted');
    expect(store.current?.version).toBe(3);
  });
  test('refuses a bundle that was changed after signing, and takes the right one when it comes', async () => {
    const digest = offer(1);
    const whole = files.get(`/bundles/${digest}.json`) ?? '';
    files.set(`/bundles/${digest}.json`, whole.replace('v1', 'v9'));
    const { store, made, round } = updater();
    await round();
    expect(made.fault).toBe('content-untrusted');
    expect(store.current).toBeNull();
    files.set(`/bundles/${digest}.json`, whole);
    await round();
    expect(store.current?.digest).toBe(digest);
  });
  test('refuses an answer longer than was signed', async () => {
    const digest = offer(1);
    files.set(`/bundles/${digest}.json`, 'x'.repeat(1_000_000));
    const { made, round } = updater();
    await round();
    expect(made.fault).toBe('content-untrusted');
  });
  test('says so when the origin is gone, and keeps what it has over a restart', async () => {
    const digest = offer(1);
    const first = updater();
    await first.round();
    files.clear();
    const second = updater();
    await second.round();
    expect(second.made.fault).toBe('content-origin-unreachable');
    expect(second.store.current?.digest).toBe(digest);
  });
});

describe('the content store', () => {
  test('keeps a generation that arrives while another is put in force', async () => {
    const store = openContentStore(join(folder, 'content'));
    const bundles = [1, 2, 3].map(version => {
      const digest = offer(version);
      return { version, digest, bytes: Buffer.from(files.get(`/bundles/${digest}.json`) ?? '') };
    });
    const [first, second, third] = bundles;
    if (!first || !second || !third) throw new Error('three bundles');
    await store.add(first.digest, first.bytes);
    await store.activate({ version: 1, digest: first.digest });
    await store.add(second.digest, second.bytes);
    await Promise.all([
      store.activate({ version: 2, digest: second.digest }),
      store.add(third.digest, third.bytes),
      store.activate({ version: 3, digest: third.digest }),
    ]);
    expect(store.current).toEqual({ version: 3, digest: third.digest });
    expect(store.read(third.digest)).toEqual(third.bytes);
  });
  test('does not put in force what is not there', async () => {
    const store = openContentStore(join(folder, 'content'));
    expect(await store.activate({ version: 1, digest: 'a'.repeat(64) })).toBe(false);
    expect(store.current).toBeNull();
  });
  test('falls back to the generation before when the current file is torn', async () => {
    const first = offer(1);
    const { round } = updater();
    await round();
    const second = offer(2);
    await round();
    truncateSync(join(folder, 'content', `${second}.json`), 20);
    expect(openContentStore(join(folder, 'content')).current).toEqual({ version: 1, digest: first });
  });
  test('takes a torn file for a missing one', async () => {
    const digest = offer(1);
    const { round } = updater();
    await round();
    truncateSync(join(folder, 'content', `${digest}.json`), 20);
    expect(openContentStore(join(folder, 'content')).current).toBeNull();
  });
  test('starts empty from a pointer that is not one', () => {
    mkdirSync(join(folder, 'content'));
    writeFileSync(join(folder, 'content/current.json'), '{"version":');
    expect(openContentStore(join(folder, 'content')).current).toBeNull();
  });
  test('serves nothing by a name that is not a digest', () => {
    expect(openContentStore(join(folder, 'content')).read('../../etc/passwd')).toBeNull();
  });
});
