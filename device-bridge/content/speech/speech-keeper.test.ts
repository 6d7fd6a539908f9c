import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sha256Hex } from '../../../content/common/canonical-json.ts';
import { createLog } from '../../log.ts';
import { type StaticOrigin, serveStatic } from '../static-origin.test-support.ts';
import { httpSource } from '../updater.test-support.ts';
import { keepSpeech, type SpeechKeeper } from './speech-keeper.ts';

let folder: string;
let origin: StaticOrigin;
let keeper: SpeechKeeper;
let shown: { digest: string; bytes: Uint8Array } | null;
const [guide, names] = [Buffer.from('sounds of a guide'), Buffer.from('sounds of names')];
const reference = (bytes: Uint8Array) => ({ sha256: sha256Hex(bytes), bytes: bytes.length });
const generation = (speech?: object) => ({
  digest: 'd'.repeat(64),
  bytes: Buffer.from(JSON.stringify(speech === undefined ? {} : { speech })),
});

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'speech-keeper-'));
  await mkdir(join(folder, 'origin/speech'), { recursive: true });
  for (const bytes of [guide, names]) await writeFile(join(folder, 'origin/speech', `${sha256Hex(bytes)}.pack`), bytes);
  origin = await serveStatic(join(folder, 'origin'));
  shown = generation({ matters: { card: reference(guide) }, shared: [reference(names)] });
  const sources = [httpSource(origin.url)];
  keeper = keepSpeech({ folder: join(folder, 'kept'), sources, shown: () => shown, log: createLog('silent') });
});
afterEach(async () => {
  await keeper.close();
  await origin.close();
  await rm(folder, { recursive: true });
});

test('fetches what the generation names, once', async () => {
  await keeper.settled();
  expect(await keeper.pack(sha256Hex(guide))).toEqual(guide);
  expect(await keeper.pack(sha256Hex(names))).toEqual(names);
  const asked = origin.requests.length;
  await keeper.settled();
  expect(origin.requests).toHaveLength(asked);
});

test('keeps nothing that is not what was signed, and tries again', async () => {
  const wrong = Buffer.from('sounds of nobody!');
  origin.misbehave = (_, response) => {
    response.end(wrong);
    return true;
  };
  keeper.changed();
  await keeper.settled();
  await rm(join(folder, 'kept'), { recursive: true, force: true });
  await keeper.settled();
  expect(await keeper.pack(sha256Hex(guide))).toBeNull();
  expect(await keeper.pack(sha256Hex(wrong))).toBeNull();
  origin.misbehave = () => false;
  await keeper.settled();
  expect(await keeper.pack(sha256Hex(guide))).toEqual(guide);
});

test('goes on without an origin, and without sounds in the content', async () => {
  await keeper.settled();
  await origin.close();
  shown = generation();
  keeper.changed();
  await keeper.settled();
  expect(await keeper.pack(sha256Hex(guide))).toEqual(guide);
  expect(await keeper.pack('../../etc/passwd')).toBeNull();
});

test('lets go of what no generation has named for a week', async () => {
  await keeper.settled();
  const kept = join(folder, 'kept');
  const old = join(kept, `${'a'.repeat(64)}.pack`);
  const fresh = join(kept, `${'b'.repeat(64)}.pack`);
  await writeFile(old, 'old');
  await writeFile(fresh, 'fresh');
  await utimes(old, new Date(0), new Date(0));
  await writeFile(join(kept, '.draft.new'), 'torn');
  await keeper.settled();
  expect((await readdir(kept)).sort()).toEqual(
    [`${sha256Hex(guide)}.pack`, `${sha256Hex(names)}.pack`, `${'b'.repeat(64)}.pack`].sort(),
  );
});
