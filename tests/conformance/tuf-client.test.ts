import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { run } from '../support/programs.ts';
import { TufRepository } from './tuf-repository.ts';

/** The executable itself, as the public suite runs it. */
const client = join(import.meta.dirname, 'tuf-client');

let folder: string;
let repository: TufRepository;
let server: Server;
let requests: string[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tuf-suite-'));
  repository = new TufRepository();
  requests = [];
  server = createServer((request, response) => {
    // What stands in the address, as a host of static files takes it.
    const bytes = repository.files.get((request.url ?? '').slice(1));
    requests.push(request.url ?? '');
    response.writeHead(bytes === undefined ? 404 : 200).end(bytes);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  await writeFile(join(folder, 'initial.json'), repository.files.get('metadata/1.root.json') ?? '');
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise(resolve => server.close(resolve));
  await rm(folder, { recursive: true });
});

const metadataDir = (): string => join(folder, 'metadata');
const base = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const init = () => run(client, ['--metadata-dir', metadataDir(), 'init', join(folder, 'initial.json')]);
const refresh = () => run(client, ['--metadata-url', `${base()}/metadata`, '--metadata-dir', metadataDir(), 'refresh']);
const download = (...names: string[]) =>
  run(client, [
    ...['--metadata-url', `${base()}/metadata`, '--metadata-dir', metadataDir()],
    ...names.flatMap(name => ['--target-name', name]),
    ...['--target-dir', join(folder, 'targets'), '--target-base-url', `${base()}/targets`, 'download'],
  ]);
const documents = async (): Promise<string[]> =>
  (await readdir(metadataDir())).filter(name => name.endsWith('.json')).sort();

describe('tuf-client', () => {
  test('trusts what it is given, refreshes, and leaves the trusted documents for the suite to see', async () => {
    expect((await init()).code).toBe(0);
    expect(requests).toEqual([]);
    expect(await documents()).toEqual(['root.json']);
    expect((await refresh()).code).toBe(0);
    expect(requests).toEqual(
      ['2.root.json', 'timestamp.json', '1.snapshot.json', '1.targets.json'].map(name => `/metadata/${name}`),
    );
    expect(await documents()).toEqual(['root.json', 'snapshot.json', 'targets.json', 'timestamp.json']);
    expect(await readFile(join(metadataDir(), 'snapshot.json'))).toEqual(
      repository.files.get('metadata/1.snapshot.json'),
    );
    // Trusting the same root again unlearns nothing.
    expect((await init()).code).toBe(0);
    expect(await documents()).toHaveLength(4);
  });

  test('downloads targets, and not again what it has', async () => {
    repository.addTarget('targets', 'a.txt', Buffer.from('first'));
    repository.addTarget('targets', 'path/to/b.txt', Buffer.from('second'));
    repository.publish('targets');
    await init();
    expect((await download('a.txt', 'path/to/b.txt')).code).toBe(0);
    expect(await readdir(join(folder, 'targets'))).toHaveLength(2);
    requests.length = 0;
    expect((await download('a.txt')).code).toBe(0);
    expect(requests.filter(path => path.startsWith('/targets'))).toEqual([]);
    repository.addTarget('targets', 'a.txt', Buffer.from('changed'));
    repository.publish('targets');
    expect((await download('a.txt')).code).toBe(0);
    expect(await readFile(join(folder, 'targets/a.txt'), 'utf8')).toBe('changed');
  });

  test('keeps nothing that was not signed', async () => {
    repository.addTarget('targets', 'a.txt', Buffer.from('first'));
    repository.publish('targets');
    for (const path of repository.files.keys())
      if (path.startsWith('targets/')) repository.files.set(path, Buffer.from('other'));
    await init();
    expect((await download('a.txt')).code).toBe(1);
    expect((await download('unknown.txt')).code).toBe(1);
    expect(await readdir(join(folder, 'targets')).catch(() => [])).toEqual([]);
  });

  test('says 1 when it refuses, 2 when it was called in another way', async () => {
    await init();
    repository.write('timestamp.json', Buffer.from('{}'));
    expect((await refresh()).code).toBe(1);
    await writeFile(join(folder, 'initial.json'), '{"signed":{}}');
    await init();
    requests.length = 0;
    expect((await refresh()).code).toBe(1);
    expect(requests).toEqual([]);
    expect((await run(client, ['--metadata-dir', metadataDir(), 'update'])).code).toBe(2);
    expect((await run(client, ['refresh'])).code).toBe(2);
  });
});
