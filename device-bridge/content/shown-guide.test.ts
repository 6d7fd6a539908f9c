import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compileRecords, composeAt } from '../../content/compiler/compile.ts';
import { readSources } from '../../content/compiler/read-sources.ts';
import { rolloutSchema } from '../../content/delivery/publication.ts';
import { stateHashOf } from '../../content/delivery/records.ts';
import type { Generation } from '../../content/model/generation.ts';
import { defaultPaths } from '../../scripts/paths.ts';
import { type GuideSource, guideSource } from './shown-guide.ts';
import { openRecordStore, type RecordStore } from './store/record-store.ts';
import { shownRecords } from './store/shown-records.ts';

let folder: string;
let store: RecordStore;
let guides: GuideSource;
let generation: Generation;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shown-guide-'));
  store = openRecordStore(join(folder, 'records.sqlite'), what => {
    throw new Error(what);
  });
  const roles = compileRecords(await readSources(defaultPaths.contentSource));
  store.stage(
    [...roles].map(([role, put]) => {
      const publication = { version: 1, stateHash: stateHashOf(put), rollout: rolloutSchema.parse({}) };
      return { role, publication, put, removed: [] };
    }),
  );
  guides = guideSource(shownRecords(store), '331003107');
  generation = composeAt(roles, '331003107');
});
afterAll(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

test('nothing is shown before content is in force', () => {
  expect(guides.guide('dog-registration', '2026-11-23')).toBeNull();
  expect(guides.surroundings()).toBeNull();
});

test('a guide taken by itself is the one that the whole generation shows, windows and overlays laid over it', () => {
  store.activate();
  for (const matter of generation.matters) {
    const guide = guides.guide(matter.id, '2026-11-23');
    expect(guide?.matter).toEqual(matter);
    expect(guide?.codes).toEqual(generation.codes[matter.id]);
  }
  expect(guides.guide('dog-registration', '2026-11-23')).toMatchObject({ owner: 'district' });
  expect(guides.guide('dog-registration', '2026-11-23')?.places).toEqual(generation.places);
  expect(guides.surroundings()?.place.code).toBe('331003107');
});

test('what is not there is unknown', () => {
  expect(guides.guide('no-such-matter', '2026-11-23')).toBeNull();
});
