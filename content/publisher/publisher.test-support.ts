import { createReadStream } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Updater } from 'tuf-js';
import { decodeBundle, decodeDelta } from '../delivery/bundle.ts';
import { bundleTarget, deltaTarget, publicationSchema } from '../delivery/publication.ts';
import { type Records, stateHashOf } from '../delivery/records.ts';
import { trustedRootFile } from '../delivery/repository-layout.ts';
import { folderOf, type Role } from '../delivery/roles.ts';
import { initKeys } from './keys/ceremony.ts';
import { type PublishRecordsOptions, publishRecords } from './publish-records.ts';

/** An origin with keys of its own, served over HTTP on a free port. */
export interface TestOrigin {
  folder: string;
  origin: string;
  keys: string;
  url: string;
  /** Publishes these records, now, with the keys in the folder. */
  publish(
    records: ReadonlyMap<Role, Records>,
    more?: Partial<PublishRecordsOptions>,
  ): ReturnType<typeof publishRecords>;
  options(): { origin: string; keys: string; now: Date };
  /** Files below the origin with what they hold. */
  files(): Promise<Map<string, string>>;
  /** A new terminal that trusts the root in the folder of keys as it is now. */
  terminal(): Promise<TestTerminal>;
  close(): Promise<void>;
}

/** What the server was asked for, below the origin, and what it sent. */
export const requests: { path: string; status: number; bytes: number }[] = [];

export async function testOrigin(towns: readonly Role[] = ['town-204', 'town-205']): Promise<TestOrigin> {
  const folder = await mkdtemp(join(tmpdir(), 'publisher-'));
  const [origin, keys] = [join(folder, 'origin'), join(folder, 'keys')];
  await initKeys({ folder: keys, towns, now: new Date() });
  const server = createServer((request, response) => {
    const path = decodeURIComponent(request.url ?? '/').slice(1);
    const file = createReadStream(join(origin, path));
    let bytes = 0;
    file.on('data', chunk => (bytes += chunk.length));
    file.on('open', () => response.writeHead(200));
    file.on('error', () => {
      requests.push({ path, status: 404, bytes: 0 });
      response.writeHead(404).end();
    });
    file.on('end', () => requests.push({ path, status: 200, bytes }));
    file.pipe(response);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  let terminals = 0;
  return {
    ...{ folder, origin, keys, url },
    options: () => ({ origin, keys, now: new Date() }),
    publish: (records, more) => publishRecords({ origin, keys, now: new Date(), records, ...more }),
    files: async () => filesBelow(origin),
    terminal: async () => {
      terminals += 1;
      return newTerminal(url, join(folder, `terminal-${terminals}`), join(keys, trustedRootFile));
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
      await rm(folder, { recursive: true });
    },
  };
}

export async function filesBelow(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name));
  const texts = files.map(async file => [file.slice(folder.length + 1), await readFile(file, 'latin1')] as const);
  return new Map(await Promise.all(texts));
}

/** A terminal as far as this matters here: tuf-js, and what it installed of each role. */
export interface TestTerminal {
  /** Refreshes and installs; says which way each role took. */
  update(roles: readonly Role[]): Promise<Record<string, 'stays' | 'delta' | 'bundle'>>;
  version(role: Role): number;
  records(role: Role): Records;
  /** Another terminal in the same state. */
  copy(): Promise<TestTerminal>;
}

type Installed = Map<Role, { version: number; records: Map<string, string> }>;

async function newTerminal(url: string, folder: string, rootFile: string): Promise<TestTerminal> {
  await mkdir(join(folder, 'targets'), { recursive: true });
  await cp(rootFile, join(folder, 'root.json'));
  return terminalIn(url, folder, new Map());
}

function terminalIn(url: string, folder: string, installed: Installed): TestTerminal {
  let copies = 0;
  return {
    version: role => installed.get(role)?.version ?? 0,
    records: role => installed.get(role)?.records ?? new Map(),
    copy: async () => {
      copies += 1;
      const other = `${folder}-${copies}`;
      await cp(folder, other, { recursive: true });
      return terminalIn(url, other, new Map([...installed].map(([role, state]) => [role, structuredClone(state)])));
    },
    update: async roles => {
      const updater = new Updater({
        metadataDir: folder,
        metadataBaseUrl: `${url}metadata`,
        targetDir: join(folder, 'targets'),
        targetBaseUrl: `${url}targets`,
        config: { fetchRetries: 0 },
      });
      await updater.refresh();
      const ways: Record<string, 'stays' | 'delta' | 'bundle'> = {};
      for (const role of roles) ways[role] = await install(updater, role, installed);
      return ways;
    },
  };
}

async function install(updater: Updater, role: Role, installed: Installed): Promise<'stays' | 'delta' | 'bundle'> {
  const target = await updater.getTargetInfo(bundleTarget(folderOf(role)));
  if (target === undefined) throw new Error(`nothing is published for ${role}`);
  const { version, stateHash } = publicationSchema.parse(target.custom);
  const state = installed.get(role);
  if (state?.version === version) return 'stays';
  const delta = state && (await updater.getTargetInfo(deltaTarget(folderOf(role), state.version)));
  const file = await updater.downloadTarget(delta ?? target);
  const bytes = await readFile(file);
  const records = new Map(state?.records);
  if (delta === undefined) {
    records.clear();
    for (const [key, text] of decodeBundle(bytes)) records.set(key, text);
  } else {
    const { put, removed } = decodeDelta(bytes, key => records.get(key));
    for (const key of removed) records.delete(key);
    for (const [key, text] of put) records.set(key, text);
  }
  if (stateHashOf(records) !== stateHash) throw new Error(`${role} ${version} has another state than was signed`);
  installed.set(role, { version, records });
  return delta === undefined ? 'bundle' : 'delta';
}
