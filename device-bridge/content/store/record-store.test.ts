import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { rolloutSchema } from '../../../content/delivery/publication.ts';
import { stateHashOf } from '../../../content/delivery/records.ts';
import type { Role } from '../../../content/delivery/roles.ts';
import { unpacked } from './packed-layer.ts';
import { openRecordStore, type RecordStore } from './record-store.ts';
import { type RoleChange, StateMismatch } from './role-change.ts';

let folder: string;
let store: RecordStore;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'store-'));
  store = open();
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

const open = (): RecordStore =>
  openRecordStore(join(folder, 'records.sqlite'), what => {
    throw new Error(what);
  });

/** What turns `from` into `to`, as a delta would say it. */
function change(
  version: number,
  to: Record<string, string>,
  from: Record<string, string> = {},
  role: Role = 'district',
): RoleChange {
  const put = new Map(Object.entries(to).filter(([key, text]) => from[key] !== text));
  const removed = Object.keys(from).filter(key => !(key in to));
  const stateHash = stateHashOf(new Map(Object.entries(to)));
  return { role, publication: { version, stateHash, rollout: rolloutSchema.parse({}) }, put, removed };
}

const one = { 'matter/a': '"a1"', 'matter/b': '"b1"' };
const two = { 'matter/a': '"a2"', 'matter/c': '"c2"' };
const three = { 'matter/a': '"a2"', 'matter/b': '"b3"' };
const records = (version: number): Record<string, string> => {
  const layers = store.layers({ district: change(version, {}).publication });
  return Object.fromEntries(layers.flatMap(layer => [...unpacked(layer)]));
};
const rows = (): number => {
  store.close();
  const database = new DatabaseSync(join(folder, 'records.sqlite'));
  const count = database.prepare('SELECT count(*) AS count FROM record').get()?.count;
  database.close();
  store = open();
  return Number(count);
};

function show(...changes: RoleChange[]): void {
  store.stage(changes);
  store.setDigest('staged', 'd'.repeat(64));
  store.activate();
  store.confirm();
}

describe('the store of records', () => {
  test('gives each version as it was', () => {
    show(change(1, one));
    show(change(2, two, one));
    expect(records(1)).toEqual(one);
    expect(records(2)).toEqual(two);
    expect(store.slots).toMatchObject({
      active: { roles: { district: { version: 2 } }, confirmed: true },
      staged: null,
    });
    expect(store.slots.previous?.roles.district?.version).toBe(1);
  });

  test('keeps two generations and no more', () => {
    show(change(1, one));
    show(change(2, two, one));
    show(change(3, three, two));
    expect(records(3)).toEqual(three);
    expect(records(2)).toEqual(two);
    // a2, c2, b3: what version 1 alone had is gone.
    expect(rows()).toBe(3);
  });

  test('is the same after it was closed and opened', () => {
    show(change(1, one));
    store.stage([change(2, two, one)]);
    store.close();
    store = open();
    expect(store.slots.staged).toMatchObject({ digest: null, roles: { district: { version: 2 } } });
    store.dropStaged();
    expect(records(1)).toEqual(one);
    expect(rows()).toBe(2);
  });

  test('builds on what is staged, and drops all of it', () => {
    show(change(1, one));
    store.stage([change(2, two, one)]);
    store.stage([change(3, three, two)]);
    expect(store.newest.district?.version).toBe(3);
    store.dropStaged({ roles: ['district'], why: 'content-check-failed' });
    expect(store.failed).toEqual([{ role: 'district', version: 3, why: 'content-check-failed' }]);
    expect(store.newest.district?.version).toBe(1);
    store.stage([change(4, two, one)]);
    store.activate();
    expect(records(4)).toEqual(two);
  });

  test('goes back to the generation before and builds on that', () => {
    show(change(1, one));
    show(change(2, two, one));
    store.stage([change(3, three, two)]);
    expect(store.goBack('content-check-failed')).toBe(true);
    expect(store.slots).toMatchObject({
      staged: null,
      previous: null,
      active: { roles: { district: { version: 1 } } },
    });
    expect(records(1)).toEqual(one);
    expect(store.failed).toEqual([{ role: 'district', version: 2, why: 'content-check-failed' }]);
    expect(store.goBack('content-check-failed')).toBe(false);
    expect(records(1)).toEqual(one);
    show(change(3, three, one));
    expect(records(3)).toEqual(three);
    // What failed below the version that is good now is of no interest any more.
    expect(store.failed.filter(({ version }) => version === 2)).toEqual([]);
  });

  test('goes back role by role: what did not change stays', () => {
    const town = change(7, { 'place/331003204': '"p"' }, {}, 'town-204');
    show(change(1, one), town);
    show(change(2, two, one));
    store.goBack('content-check-failed');
    expect(store.slots.active?.roles).toMatchObject({ district: { version: 1 }, 'town-204': { version: 7 } });
    expect(store.hashes('town-204', 7).size).toBe(1);
  });

  test('changes nothing when one role is not the state that was signed', () => {
    show(change(1, one));
    const town = change(7, { 'place/331003204': '"p"' }, {}, 'town-204');
    const wrong = { ...change(2, two, one), put: new Map([['matter/a', '"other"']]) };
    expect(() => store.stage([town, wrong])).toThrow(StateMismatch);
    expect(store.slots.staged).toBeNull();
    expect(rows()).toBe(2);
  });

  test('refuses a version that is not above, and a record of another role', () => {
    show(change(2, one));
    expect(() => store.stage([change(2, two, one)])).toThrow(StateMismatch);
    expect(() => store.stage([change(1, two, one)])).toThrow(StateMismatch);
    expect(() => store.stage([change(1, { 'matter/a': '"x"' }, {}, 'town-204')])).toThrow(/may not hold/);
  });

  test('has no text for a record that the disk changed', () => {
    show(change(1, one));
    store.close();
    const database = new DatabaseSync(join(folder, 'records.sqlite'));
    database.exec(`UPDATE record SET text = '"x"' WHERE key = 'matter/a'`);
    database.close();
    store = open();
    expect(store.text('district', 1, 'matter/a')).toBeUndefined();
    expect(store.text('district', 1, 'matter/b')).toBe('"b1"');
    expect(() => records(1)).toThrow(/district matter\/a/);
  });
});
