import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type TerminalClient, terminalClient } from './terminal-client.ts';
import { documentOf, inDays, newKey, type Signed, TufRepository } from './tuf-repository.ts';

// After the list of the public TUF conformance suite: github.com/theupdateframework/tuf-conformance.

let repository: TufRepository;
let client: TerminalClient;
beforeEach(() => {
  repository = new TufRepository();
  client = terminalClient(repository);
});
afterEach(() => client.close());

const metaOf = (name: 'snapshot' | 'timestamp'): Record<string, Record<string, unknown>> =>
  repository.document(name).meta as Record<string, Record<string, unknown>>;

describe('a refresh', () => {
  test('asks for the next root, the timestamp, the snapshot and the targets, and keeps them', async () => {
    expect(await client.refresh()).toBeNull();
    expect(client.requests).toEqual(
      ['timestamp.json', '1.snapshot.json', '1.targets.json'].map(name => `metadata/${name}`),
    );
    expect(client.versions()).toEqual({ root: 1, timestamp: 1, snapshot: 1, targets: 1 });
    expect(client.trusted('targets')).toEqual(repository.files.get('metadata/1.targets.json'));
  });

  test('asks for nothing but the timestamp when nothing changed', async () => {
    await client.refresh();
    client.requests.length = 0;
    expect(await client.refresh()).toBeNull();
    expect(client.requests).toEqual(['metadata/timestamp.json']);
  });

  test('keeps the timestamp it has when another of the same version comes', async () => {
    await client.refresh();
    const before = client.trusted('timestamp');
    repository.document('timestamp').version -= 1;
    metaOf('timestamp')['snapshot.json'] = { version: 100 };
    repository.publishTimestamp();
    expect(await client.refresh()).toBeNull();
    expect(client.trusted('timestamp')).toEqual(before);
  });

  test('copes with fields it does not know', async () => {
    repository.document('timestamp')['x-issued'] = inDays(0);
    repository.rotateRoot(() => {
      repository.document('root')['x-field'] = { any: ['thing', 1, true, null] };
    });
    repository.publishTimestamp();
    expect(await client.refresh()).toBeNull();
    expect(client.versions()).toMatchObject({ root: 2, timestamp: 2 });
  });
});

describe('rollback', () => {
  test('of the timestamp is refused', async () => {
    const old = repository.files.get('metadata/timestamp.json') ?? Buffer.alloc(0);
    repository.publishTimestamp();
    await client.refresh();
    repository.write('timestamp.json', old);
    expect(await client.refresh()).toBe('content-older');
    expect(client.versions()).toMatchObject({ timestamp: 2 });
  });

  test.each([false, true])('of the snapshot is refused (hashes: %s)', async withHashes => {
    repository.withHashes = withHashes;
    repository.publishSnapshot();
    await client.refresh();
    repository.document('snapshot').version = 0;
    repository.publishSnapshot();
    expect(await client.refresh()).toBe('content-older');
    expect(client.versions()).toMatchObject({ timestamp: 2, snapshot: 2 });
  });

  test.each([false, true])('of the targets is refused (hashes: %s)', async withHashes => {
    repository.withHashes = withHashes;
    repository.publish('targets');
    await client.refresh();
    repository.document('targets').version = 0;
    repository.publish('targets');
    expect(await client.refresh()).toBe('content-older');
    expect(client.versions()).toMatchObject({ snapshot: 2, targets: 2 });
  });

  test('of a delegated role is refused by the snapshot', async () => {
    repository.delegate('targets', { name: 'district', paths: ['district/*'] });
    repository.publish('district', 'targets');
    repository.publish('district');
    await client.download('district/x');
    expect(client.versions()).toMatchObject({ district: 2 });
    repository.document('district').version = 0;
    repository.publish('district');
    expect(await client.refresh()).toBe('content-older');
  });

  test('by a snapshot that forgets a document is refused', async () => {
    repository.delegate('targets', { name: 'district', paths: ['district/*'] });
    repository.publish('district', 'targets');
    await client.refresh();
    delete metaOf('snapshot')['district.json'];
    repository.publishSnapshot();
    expect(await client.refresh()).toBe('content-untrusted');
  });

  test('after a stolen key ran ahead is possible by a new key: timestamp, snapshot and targets', async () => {
    for (const name of ['timestamp', 'snapshot', 'targets']) repository.document(name).version = 99;
    repository.publish('targets');
    expect(await client.refresh()).toBeNull();
    repository.rotateRoot(() => {
      for (const role of ['timestamp', 'snapshot', 'targets']) repository.setKeys(role, [newKey()]);
    });
    for (const name of ['timestamp', 'snapshot', 'targets']) repository.document(name).version = 0;
    repository.publish('targets');
    expect(await client.refresh()).toBeNull();
    expect(client.versions()).toEqual({ root: 2, timestamp: 1, snapshot: 1, targets: 1 });
  });
});

describe('freeze and mix', () => {
  test.each([
    ['timestamp', 'content-frozen', {}],
    ['snapshot', 'content-expired', { timestamp: 2 }],
    ['targets', 'content-expired', { timestamp: 2, snapshot: 2 }],
  ] as const)('an expired %s is refused and named', async (name, fault, kept) => {
    await client.refresh();
    repository.document(name).expires = inDays(-1);
    repository.publish('targets');
    expect(await client.refresh()).toBe(fault);
    expect(client.versions()).toMatchObject({ root: 1, timestamp: 1, snapshot: 1, targets: 1, ...kept });
  });

  test('an expired root is learned, and nothing below it', async () => {
    await client.refresh();
    repository.rotateRoot(() => {
      repository.document('root').expires = inDays(-1);
    });
    repository.publish('targets');
    expect(await client.refresh()).toBe('content-expired');
    expect(client.versions()).toEqual({ root: 2, timestamp: 1, snapshot: 1, targets: 1 });
  });

  test('an expired root on the way to a newer one does not matter', async () => {
    repository.rotateRoot(() => {
      repository.document('root').expires = inDays(-1);
    });
    repository.rotateRoot(() => {
      repository.document('root').expires = inDays(30);
    });
    expect(await client.refresh()).toBeNull();
    expect(client.versions()).toMatchObject({ root: 3 });
  });

  test('an expired delegated role is refused, the rest is not', async () => {
    repository.delegate('targets', { name: 'district', paths: ['district/*'] });
    repository.document('district').expires = inDays(-1);
    repository.publish('district', 'targets');
    expect(await client.refresh()).toBeNull();
    expect(await client.download('district/x')).toBe('content-expired');
  });

  test('expired local documents do not keep newer ones out', async () => {
    repository.document('timestamp').expires = inDays(7);
    repository.publishTimestamp();
    await client.refresh();
    repository.document('timestamp').expires = inDays(21);
    repository.publish('targets');
    expect(await client.refresh({ now: Date.parse(inDays(18)) })).toBeNull();
    expect(client.versions()).toMatchObject({ timestamp: 3, snapshot: 2, targets: 2 });
  });

  test('a snapshot of another version than the timestamp names is refused', async () => {
    metaOf('timestamp')['snapshot.json'] = { version: 2 };
    repository.publishTimestamp();
    repository.write('2.snapshot.json', repository.files.get('metadata/1.snapshot.json') ?? Buffer.alloc(0));
    expect(await client.refresh()).toBe('content-untrusted');
    expect(client.versions()).toEqual({ root: 1, timestamp: 2 });
  });

  test('targets of another version than the snapshot names are refused', async () => {
    await client.refresh();
    metaOf('snapshot')['targets.json'] = { version: 2 };
    repository.publishSnapshot();
    repository.write('2.targets.json', repository.files.get('metadata/1.targets.json') ?? Buffer.alloc(0));
    expect(await client.refresh()).toBe('content-untrusted');
    expect(client.versions()).toMatchObject({ snapshot: 2, targets: 1 });
  });

  test.each(['snapshot', 'targets'] as const)('a %s of another length or hash is refused', async name => {
    repository.withHashes = true;
    await client.refresh();
    repository.publish('targets');
    const file = `${repository.document(name).version}.${name}.json`;
    // Rightly signed, but not the one that was named.
    repository.write(file, documentOf({ ...repository.document(name), 'x-other': 1 }, repository.keysOf(name)));
    expect(await client.refresh()).toBe('content-untrusted');
    expect(client.versions()).toMatchObject({ [name]: 1 });
  });

  test('a document in place of another kind is refused', async () => {
    repository.write('timestamp.json', repository.files.get('metadata/1.snapshot.json') ?? Buffer.alloc(0));
    expect(await client.refresh()).toBe('content-untrusted');
  });

  test.each(['', '{', '[]', 'null', '{"signed":{},"signatures":[]}'])(
    '%j in place of the timestamp is refused',
    async text => {
      await client.refresh();
      repository.write('timestamp.json', Buffer.from(text));
      expect(await client.refresh()).toMatch(/^content-(untrusted|origin-unreachable)$/);
      expect(client.versions()).toMatchObject({ timestamp: 1 });
    },
  );
});

describe('size', () => {
  test.each([
    ['timestamp.json', 20_000],
    ['1.snapshot.json', 300_000],
    ['1.targets.json', 1_100_000],
    ['2.root.json', 300_000],
  ])('%s that is far too long is refused', async (file, bytes) => {
    repository.write(file, Buffer.alloc(bytes, ' '));
    expect(await client.refresh()).toBe('content-untrusted');
  });
});

describe('signatures', () => {
  const unsigned = (signed: Signed): Buffer => documentOf(signed, []);

  test.each(['timestamp', 'snapshot', 'targets'])('an unsigned %s is refused', async name => {
    repository.writeAs(name, unsigned(repository.document(name)));
    expect(await client.refresh()).toBe('content-untrusted');
  });

  test.each(['timestamp', 'snapshot', 'targets'])('a %s signed by the keys of another role is refused', async name => {
    const others = ['timestamp', 'snapshot', 'targets', 'root'].filter(each => each !== name);
    repository.writeAs(
      name,
      documentOf(
        repository.document(name),
        others.flatMap(other => repository.keysOf(other)),
      ),
    );
    expect(await client.refresh()).toBe('content-untrusted');
  });

  test.each(['timestamp', 'snapshot', 'targets'])('a %s changed after signing is refused', async name => {
    const whole = documentOf(repository.document(name), repository.keysOf(name)).toString();
    repository.writeAs(name, Buffer.from(whole.replace('"spec_version":"1.0.31"', '"spec_version":"1.0.30"')));
    expect(await client.refresh()).toBe('content-untrusted');
  });

  test('one of two is not enough, and neither is one twice', async () => {
    const [one, two] = [newKey(), newKey()];
    repository.rotateRoot(() => repository.setKeys('targets', [one, two]));
    for (const signers of [[one], [one, one]]) {
      repository.document('targets').version += 1;
      metaOf('snapshot')['targets.json'] = repository.writeAs(
        'targets',
        documentOf(repository.document('targets'), signers),
      );
      repository.publishSnapshot();
      expect(await client.refresh()).toBe('content-untrusted');
    }
    repository.publish('targets');
    expect(await client.refresh()).toBeNull();
  });

  test('a key that stands twice in a role counts once', async () => {
    const key = newKey();
    repository.rotateRoot(() => repository.setKeys('timestamp', [key, key], 2));
    repository.signers.set('timestamp', [key]);
    repository.publishTimestamp();
    expect(await client.refresh()).toBe('content-untrusted');
  });

  test('one of two signatures of a township is not enough', async () => {
    const [author, reviewer] = [newKey(), newKey()];
    repository.delegate('targets', { name: 'town-204', paths: ['town-204/*'], keys: [author, reviewer] });
    repository.addTarget('town-204', 'town-204/records.zst', Buffer.from('x'));
    repository.signers.set('town-204', [author]);
    repository.publish('town-204', 'targets');
    expect(await client.download('town-204/records.zst')).toBe('content-untrusted');
    repository.signers.set('town-204', [author, reviewer]);
    repository.publish('town-204');
    expect(await client.download('town-204/records.zst')).toEqual(Buffer.from('x'));
  });
});
