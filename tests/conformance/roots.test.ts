import { rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type TerminalClient, terminalClient } from './terminal-client.ts';
import { documentOf, newKey, TufRepository } from './tuf-repository.ts';

const keys = Array.from({ length: 10 }, newKey);
const pick = (numbers: readonly number[]) => numbers.flatMap(number => keys[number] ?? []);

interface RootVersion {
  keys: number[];
  threshold: number;
  signers: number[];
}

/** Rows of roots; the last is the one in question. After the table of the public suite. */
const rows: [string, boolean, RootVersion[]][] = [
  [
    'one key changes',
    true,
    [
      { keys: [1], threshold: 1, signers: [1] },
      { keys: [2], threshold: 1, signers: [2, 1] },
      { keys: [2], threshold: 1, signers: [2] },
    ],
  ],
  [
    'signatures of strangers do not matter',
    true,
    [
      { keys: [1], threshold: 1, signers: [3, 1, 4] },
      { keys: [2], threshold: 1, signers: [3, 2, 1, 4] },
    ],
  ],
  [
    'three of five sign in other combinations',
    true,
    [
      { keys: [0, 1, 2, 3, 4], threshold: 3, signers: [0, 2, 4] },
      { keys: [0, 1, 2, 3, 4], threshold: 3, signers: [0, 4, 1] },
      { keys: [0, 1, 2, 3, 4], threshold: 3, signers: [0, 1, 3] },
    ],
  ],
  [
    'one of five changes',
    true,
    [
      { keys: [0, 1, 2, 3, 4], threshold: 3, signers: [0, 2, 4] },
      { keys: [0, 1, 3, 4, 5], threshold: 3, signers: [0, 4, 1] },
    ],
  ],
  [
    'all of five change, by a root that both sides sign',
    true,
    [
      { keys: [0, 1, 2, 3, 4], threshold: 3, signers: [0, 2, 4] },
      { keys: [5, 6, 7, 8, 9], threshold: 3, signers: [0, 2, 4, 5, 6, 7] },
      { keys: [5, 6, 7, 8, 9], threshold: 3, signers: [5, 6, 7] },
    ],
  ],
  [
    'the threshold rises',
    true,
    [
      { keys: [1, 2, 3], threshold: 1, signers: [1] },
      { keys: [1, 2, 3], threshold: 2, signers: [1, 2] },
    ],
  ],
  [
    'the threshold falls',
    true,
    [
      { keys: [1, 2, 3], threshold: 2, signers: [1, 2] },
      { keys: [1, 2, 3], threshold: 1, signers: [1, 2] },
      { keys: [1, 2, 3], threshold: 1, signers: [1] },
    ],
  ],
  [
    'not signed by the old key',
    false,
    [
      { keys: [1], threshold: 1, signers: [1] },
      { keys: [2], threshold: 1, signers: [2, 3, 4] },
    ],
  ],
  [
    'not signed by the new key',
    false,
    [
      { keys: [1], threshold: 1, signers: [1] },
      { keys: [2], threshold: 1, signers: [1, 3, 4] },
    ],
  ],
  [
    'not signed by enough of the new keys',
    false,
    [
      { keys: [0, 1, 2, 3, 4], threshold: 3, signers: [0, 2, 4] },
      { keys: [0, 1, 3, 4, 5], threshold: 3, signers: [0, 2, 4] },
    ],
  ],
  [
    'not signed by enough of the old keys',
    false,
    [
      { keys: [0, 1, 2, 3, 4], threshold: 3, signers: [0, 2, 4] },
      { keys: [0, 1, 3, 4, 5], threshold: 3, signers: [0, 4, 5] },
    ],
  ],
  [
    'the new threshold is not reached',
    false,
    [
      { keys: [1, 2, 3], threshold: 1, signers: [1] },
      { keys: [1, 2, 3], threshold: 2, signers: [2] },
    ],
  ],
  [
    'the old threshold is not reached',
    false,
    [
      { keys: [1, 2, 3], threshold: 2, signers: [1, 2] },
      { keys: [1, 2, 3], threshold: 1, signers: [1] },
    ],
  ],
];

let repository: TufRepository;
let client: TerminalClient;
beforeEach(() => {
  repository = new TufRepository();
  client = terminalClient(repository);
});
afterEach(() => client.close());

describe('a row of roots', () => {
  test.each(rows)('%s (taken: %s)', async (_, taken, versions) => {
    const root = repository.document('root');
    root.version = 0;
    for (const { keys: numbers, threshold, signers } of versions) {
      repository.setKeys('root', pick(numbers), threshold);
      root.version += 1;
      repository.writeRoot(pick(signers));
    }
    client.close();
    client = terminalClient(repository);
    expect(await client.refresh()).toBe(taken ? null : 'content-untrusted');
    const last = taken ? versions.length : versions.length - 1;
    // A root that is refused leaves the one before in force.
    expect(client.versions()).toMatchObject({ root: last });
    expect(client.trusted('root')).toEqual(repository.files.get(`metadata/${last}.root.json`));
  });

  test('is gone along step by step: a skipped version ends it', async () => {
    repository.rotateRoot(() => repository.setKeys('timestamp', [newKey()]));
    repository.rotateRoot(() => repository.setKeys('timestamp', [newKey()]));
    repository.publishTimestamp();
    const second = repository.files.get('metadata/2.root.json');
    repository.files.delete('metadata/2.root.json');
    expect(await client.refresh()).toBe('content-untrusted');
    expect(client.versions()).toMatchObject({ root: 1 });
    repository.write('2.root.json', second ?? Buffer.alloc(0));
    expect(await client.refresh()).toBeNull();
    expect(client.versions()).toMatchObject({ root: 3 });
  });

  test('does not jump: a later root under the next number is refused', async () => {
    repository.rotateRoot(() => {});
    repository.rotateRoot(() => {});
    repository.write('2.root.json', repository.files.get('metadata/3.root.json') ?? Buffer.alloc(0));
    expect(await client.refresh()).toBe('content-untrusted');
    expect(client.versions()).toMatchObject({ root: 1 });
  });

  test('does not go back: the old root under the next number is refused', async () => {
    repository.rotateRoot(() => {});
    expect(await client.refresh()).toBeNull();
    for (const old of [1, 2]) {
      repository.write('3.root.json', repository.files.get(`metadata/${old}.root.json`) ?? Buffer.alloc(0));
      expect(await client.refresh()).toBe('content-untrusted');
      expect(client.versions()).toMatchObject({ root: 2 });
    }
  });

  test('takes away what an old key signed', async () => {
    await client.refresh();
    const thief = repository.keysOf('timestamp');
    repository.rotateRoot(() => repository.setKeys('timestamp', [newKey()]));
    repository.document('timestamp').version += 1;
    repository.writeAs('timestamp', documentOf(repository.document('timestamp'), thief));
    expect(await client.refresh()).toBe('content-untrusted');
    repository.publishTimestamp();
    expect(await client.refresh()).toBeNull();
  });
});

describe('the root on the disk', () => {
  test.each(['torn', 'foreign', 'gone'])('that is %s is replaced from the factory’s on', async damage => {
    repository.rotateRoot(() => repository.setKeys('timestamp', [newKey()]));
    repository.publishTimestamp();
    expect(await client.refresh()).toBeNull();
    const files = [join(client.folder, 'roots/2.root.json'), join(client.folder, 'set-1/root.json')];
    for (const file of files) {
      if (damage === 'torn') truncateSync(file, 100);
      if (damage === 'foreign') writeFileSync(file, new TufRepository().files.get('metadata/1.root.json') ?? '');
      if (damage === 'gone') rmSync(file);
    }
    repository.publish('targets');
    expect(await client.refresh()).toBeNull();
    expect(client.versions()).toMatchObject({ root: 2, targets: 2 });
    expect(client.trusted('root')).toEqual(repository.files.get('metadata/2.root.json'));
  });

  test('is not asked when the factory’s is newer: a terminal that got a new one goes on with that', async () => {
    await client.refresh();
    repository.rotateRoot(() => repository.setKeys('root', [newKey()]));
    const newer = terminalClient(repository, repository.files.get('metadata/2.root.json'));
    repository.files.delete('metadata/2.root.json');
    expect(await newer.refresh()).toBeNull();
    expect(newer.versions()).toMatchObject({ root: 2 });
    newer.close();
  });

  test.each([
    ['that is no JSON', () => Buffer.from('{')],
    ['that is not signed', () => documentOf(new TufRepository().document('root'), [])],
  ])('the factory’s own %s is refused before anything is asked', async (_, root) => {
    const broken = terminalClient(repository, root());
    await expect(broken.refresh()).rejects.toThrow();
    expect(broken.requests).toEqual([]);
    broken.close();
  });
});
