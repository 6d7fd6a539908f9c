import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type TerminalClient, terminalClient } from './terminal-client.ts';
import { type Delegation, TufRepository } from './tuf-repository.ts';

let repository: TufRepository;
let client: TerminalClient;
beforeEach(() => {
  repository = new TufRepository();
  client = terminalClient(repository);
});
afterEach(() => client.close());

type Graph = [from: string, name: string, more?: Partial<Delegation>][];

function build(graph: Graph): void {
  for (const [from, name, more] of graph) repository.delegate(from, { name, paths: ['*'], ...more });
  repository.publish(...new Set(graph.flatMap(([from, name]) => [name, from])));
}

const visited = (): string[] =>
  client.requests
    .flatMap(path => /\d+\.(.+)\.json$/.exec(path)?.[1] ?? [])
    .filter(name => !['snapshot', 'targets'].includes(name));

/** Graphs and the order in which an unknown target is looked for. After the table of the public suite. */
const graphs: [string, Graph, string[]][] = [
  ['one delegation', [['targets', 'A']], ['A']],
  [
    'two in order',
    [
      ['targets', 'A'],
      ['targets', 'B'],
    ],
    ['A', 'B'],
  ],
  [
    'two levels',
    [
      ['targets', 'A'],
      ['targets', 'B'],
      ['B', 'C'],
    ],
    ['A', 'B', 'C'],
  ],
  [
    'depth first',
    [
      ['targets', 'A'],
      ['targets', 'B'],
      ['A', 'C'],
      ['A', 'D'],
    ],
    ['A', 'C', 'D', 'B'],
  ],
  [
    'terminating ends the row and what comes after',
    [
      ['targets', 'A'],
      ['targets', 'B'],
      ['A', 'C', { terminating: true }],
      ['A', 'D'],
    ],
    ['A', 'C'],
  ],
  [
    'terminating still asks below',
    [
      ['targets', 'A'],
      ['targets', 'B'],
      ['A', 'C', { terminating: true }],
      ['C', 'D'],
    ],
    ['A', 'C', 'D'],
  ],
  [
    'other paths are not asked',
    [
      ['targets', 'A', { paths: ['*.zst'] }],
      ['targets', 'B'],
      ['A', 'C'],
    ],
    ['B'],
  ],
  [
    'a circle ends',
    [
      ['targets', 'A'],
      ['targets', 'B'],
      ['B', 'C'],
      ['C', 'D'],
      ['D', 'B'],
    ],
    ['A', 'B', 'C', 'D'],
  ],
];

describe('delegations', () => {
  test.each(graphs)('%s', async (_, graph, order) => {
    build(graph);
    expect(await client.download('missing')).toBe('not-found');
    expect(visited()).toEqual(order);
  });

  test('a role cannot name targets outside its paths', async () => {
    build([['targets', 'district', { paths: ['district/*', 'town-*/*'], terminating: true }]]);
    build([['district', 'town-204', { paths: ['town-204/*'], terminating: true }]]);
    build([['district', 'town-205', { paths: ['town-205/*'], terminating: true }]]);
    for (const path of ['town-205/records.zst', 'district/records.zst', 'records.zst', 'town-204/../district/x'])
      repository.addTarget('town-204', path, Buffer.from(`by 204: ${path}`));
    repository.addTarget('town-204', 'town-204/records.zst', Buffer.from('own'));
    repository.publish('town-204');
    expect(await client.download('town-204/records.zst')).toEqual(Buffer.from('own'));
    for (const path of ['town-205/records.zst', 'district/records.zst', 'records.zst'])
      expect(await client.download(path)).toBe('not-found');
    // A wildcard does not go over a slash.
    expect(await client.download('town-204/../district/x')).toBe('not-found');
  });

  test('a path that is delegated further but not here is not found', async () => {
    build([
      ['targets', 'B', { paths: ['releases/*/*'] }],
      ['B', 'D', { paths: ['releases/y/*.zip'] }],
    ]);
    repository.addTarget('D', 'releases/z/z.zip', Buffer.from('z'));
    repository.publish('D');
    expect(await client.download('releases/z/z.zip')).toBe('not-found');
    expect(visited()).toEqual(['B']);
  });

  test('the more trusted role’s word counts', async () => {
    build([['targets', 'district', { paths: ['district/*'] }]]);
    repository.addTarget('targets', 'district/x', Buffer.from('city'));
    repository.addTarget('district', 'district/x', Buffer.from('district'));
    repository.publish('targets', 'district');
    expect(await client.download('district/x')).toEqual(Buffer.from('city'));
  });

  test.each(['?', '#', '/town', '../town'])('a role named %j is asked for by a quoted name', async name => {
    build([['targets', name]]);
    expect(await client.download('missing')).toBe('not-found');
    expect(client.requests).toContain(`metadata/1.${encodeURIComponent(name)}.json`);
    expect(Object.keys(client.versions())).toHaveLength(5);
  });
});

describe('targets', () => {
  const bytes = Buffer.from('the bundle');
  const stored = (): string => [...repository.files.keys()].find(path => path.endsWith('.records.zst')) ?? '';

  test('are fetched under the name that has their hash', async () => {
    repository.addTarget('targets', 'city/records.zst', bytes);
    repository.publish('targets');
    expect(await client.download('city/records.zst')).toEqual(bytes);
    expect(client.requests.at(-1)).toMatch(/^targets\/city\/[0-9a-f]{64}\.records\.zst$/);
  });

  test.each([
    ['other bytes of the same length', () => Buffer.from('a bundle!!')],
    ['fewer bytes', () => bytes.subarray(1)],
    ['more bytes', () => Buffer.concat([bytes, bytes])],
    ['an endless answer', () => Buffer.alloc(10_000_000)],
  ])('that are %s are refused', async (_, changed) => {
    repository.addTarget('targets', 'city/records.zst', bytes);
    repository.publish('targets');
    repository.files.set(stored(), changed());
    expect(await client.download('city/records.zst')).toBe('content-untrusted');
  });

  test('that are gone are the origin’s trouble', async () => {
    repository.addTarget('targets', 'city/records.zst', bytes);
    repository.publish('targets');
    repository.files.delete(stored());
    expect(await client.download('city/records.zst')).toBe('content-origin-unreachable');
  });

  test('with a hash that nobody knows are refused', async () => {
    repository.addTarget('targets', 'city/records.zst', bytes);
    const targets = repository.document('targets').targets as Record<string, { hashes: unknown }>;
    targets['city/records.zst'] = { ...targets['city/records.zst'], hashes: { whirlpool9: 'ab' } };
    repository.files.set('targets/city/ab.records.zst', bytes);
    repository.publish('targets');
    expect(await client.download('city/records.zst')).toBe('content-untrusted');
  });
});
