import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { trustedRootFile } from '../../content/delivery/repository-layout.ts';
import { initKeys } from '../../content/publisher/keys/ceremony.ts';
import { type PublishRecordsOptions, publishRecords } from '../../content/publisher/publish-records.ts';
import { createLog } from '../log.ts';
import { composerHere } from './compose/composer.ts';
import { type ContentUpdater, type ContentUpdaterOptions, openContentUpdater } from './content-updater.ts';
import { fastFolder } from './fast-folder.test-support.ts';
import type { SampleContent } from './sample-content.test-support.ts';
import { type StaticOrigin, serveStatic } from './static-origin.test-support.ts';
import { httpTransport } from './tuf/http-transport.ts';
import { originAt, type Source } from './update/look.ts';

/** A publisher with keys of its own, its origin behind HTTP, and a folder for terminals. */
export interface TestDistrict {
  folder: string;
  originFolder: string;
  keys: string;
  origin: StaticOrigin;
  publish(content: SampleContent, more?: Partial<PublishRecordsOptions>): ReturnType<typeof publishRecords>;
  factoryRoot(): Promise<Buffer>;
  close(): Promise<void>;
}

export async function testDistrict(): Promise<TestDistrict> {
  const folder = await fastFolder('district');
  const [originFolder, keys] = [join(folder, 'origin'), join(folder, 'keys')];
  await initKeys({ folder: keys, towns: ['town-204', 'town-205'], now: new Date() });
  const origin = await serveStatic(originFolder);
  return {
    ...{ folder, originFolder, keys, origin },
    publish: (records, more) => publishRecords({ origin: originFolder, keys, now: new Date(), records, ...more }),
    factoryRoot: () => readFile(join(keys, trustedRootFile)),
    close: async () => {
      await origin.close();
      await rm(folder, { recursive: true });
    },
  };
}

export interface TestTerminal extends ContentUpdater {
  folder: string;
  /** Looks now and waits until nothing is under way. */
  round(): Promise<void>;
}

/** A terminal's updater that looks only when it is told to. */
export async function testTerminal(
  district: TestDistrict,
  options: Partial<ContentUpdaterOptions> = {},
): Promise<TestTerminal> {
  const folder = options.folder ?? (await mkdtemp(join(district.folder, 'terminal-')));
  const updater = await openContentUpdater({
    folder,
    factoryRoot: await district.factoryRoot(),
    sources: [httpSource(district.origin.url, options.now === undefined ? {} : { now: options.now })],
    composer: composerHere({
      placeCode: '331003204',
      contentOrigin: 'https://guides.example/',
    }),
    terminalId: 'sample-1',
    pollMs: 60 * 60_000,
    isIdle: () => true,
    kiosks: () => 0,
    onChange: () => {},
    log: createLog(process.env.CONTENT_LOG ?? 'silent'),
    ...options,
  });
  // Not a spread: what it says about itself are getters.
  return Object.assign(Object.create(updater) as ContentUpdater, {
    folder,
    round: async () => {
      updater.look();
      await updater.settled();
    },
  });
}

export function httpSource(url: string, options: Parameters<typeof httpTransport>[0] = {}): Source {
  return { name: 'origin', origin: originAt(url, httpTransport(options)), isThere: () => true };
}
