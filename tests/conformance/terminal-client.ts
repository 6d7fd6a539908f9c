import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type FaultName, Refusal } from '../../content/common/faults.ts';
import { openMetadataFolder } from '../../device-bridge/content/tuf/metadata-folder.ts';
import { withSession } from '../../device-bridge/content/tuf/session.ts';
import { OriginUnreachable, TooLong, type Transport } from '../../device-bridge/content/tuf/transport.ts';
import type { TufRepository } from './tuf-repository.ts';

/** The terminal's own TUF client against a repository in memory. */
export interface TerminalClient {
  folder: string;
  /** Null when it went well, otherwise the fault's name. */
  refresh(options?: { now?: number }): Promise<FaultName | null>;
  /** The target's bytes, or the fault's name; `not-found` when nobody signed one. */
  download(path: string): Promise<Buffer | FaultName | 'not-found'>;
  /** Trusted versions by document. */
  versions(): Record<string, number>;
  trusted(name: string): Buffer | null;
  /** Metadata files asked for, in order, without those that were not there. */
  requests: string[];
  close(): void;
}

/** It trusts the root of version 1, unless given another. */
export function terminalClient(repository: TufRepository, factoryRoot?: Buffer): TerminalClient {
  const folder = mkdtempSync(join(tmpdir(), 'tuf-client-'));
  const root = factoryRoot ?? repository.files.get('metadata/1.root.json');
  if (root === undefined) throw new Error('no root');
  const metadata = openMetadataFolder(folder);
  const requests: string[] = [];
  const transport = inMemory(repository, requests);
  const origin = { metadataUrl: 'http://memory/metadata', targetsUrl: 'http://memory/targets', transport };
  const withRoot = { metadata, factoryRoot: root, origin };
  const faultOf = (error: unknown): FaultName => {
    if (error instanceof Refusal) return error.fault;
    throw error;
  };
  return {
    folder,
    requests,
    refresh: ({ now = Date.now() } = {}) => withSession({ ...withRoot, now }, async () => null).catch(faultOf),
    download: path =>
      withSession({ ...withRoot, now: Date.now() }, async session => {
        const target = await session.target(path);
        if (target === undefined) return 'not-found' as const;
        const file = join(folder, 'downloaded');
        rmSync(file, { force: true });
        await session.download(target, file);
        return readFileSync(file);
      }).catch(faultOf),
    versions: () =>
      Object.fromEntries(
        metadata.names().map(name => {
          const { signed } = JSON.parse(metadata.read(name)?.toString('utf8') ?? '{}');
          return [name.replace('.json', ''), signed.version];
        }),
      ),
    trusted: name => metadata.read(`${name}.json`),
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function inMemory({ files }: TufRepository, requests: string[]): Transport {
  return {
    clockAheadMs: null,
    get: async (url, { limitBytes }) => {
      const path = url.replace('http://memory/', '');
      const bytes = files.get(path);
      if (bytes === undefined) return { status: 'missing', code: 404 };
      requests.push(path);
      // The same limit that a real transport holds while it reads.
      if (bytes.length > limitBytes) throw new TooLong(url, limitBytes);
      if (bytes.length === 0) throw new OriginUnreachable(url);
      return { status: 'found', bytes, etag: null };
    },
    close: () => {},
  };
}
