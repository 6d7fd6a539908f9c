import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Logger, pino } from 'pino';
import { z } from 'zod';
import { createApp } from './app.ts';
import { createCallBoard } from './calls/call-board.ts';
import { voidAbandoned } from './certificates/abandoned.ts';
import { openAuthority } from './certificates/authority.ts';
import { dropLeftovers } from './certificates/register.ts';
import { sampleRecords } from './certificates/sample-records.ts';
import { openSealedFiles } from './certificates/sealed-files.ts';
import { createTypesetter } from './certificates/typeset.ts';
import type { PlatformConfig } from './config.ts';
import { watchContentOrigin } from './content-origin/hints.ts';
import { openDatabase } from './database/open-database.ts';
import { listen } from './listen.ts';
import { openSecretKey } from './secret-key.ts';

const sweepEveryMs = 3_600_000;

export interface RunningPlatform {
  /** Where it listens, without a slash at the end. */
  url: string;
  close(): Promise<void>;
}

/** Starts the whole platform; resolves when it answers. Throws Refusal already-running when the port is taken. */
export async function startPlatform(
  config: PlatformConfig,
  log: Logger = pino({ level: config.logLevel, base: null }),
): Promise<RunningPlatform> {
  const server = await listen(config.host, config.port);
  try {
    await mkdir(config.dataDir, { recursive: true, mode: 0o700 });
    await mkdir(config.contentOriginDir, { recursive: true });
    const authority = await openAuthority(join(config.dataDir, 'authority'), new Date());
    const personKey = await openSecretKey(join(config.dataDir, 'person-hash.key'));
    const sealedFiles = await openSealedFiles(join(config.dataDir, 'certificates'));
    const typesetter = createTypesetter();
    const database = await openDatabase(join(config.dataDir, 'postgres'));
    const { issuer, publicUrl } = config;
    const issuing = {
      ...{ database, sealedFiles, authority, personKey, typesetter, issuer, publicUrl },
      records: sampleRecords,
      now: () => new Date(),
    };
    const sweep = async () => {
      const count = await voidAbandoned(issuing, new Date());
      if (count > 0) log.warn({ count }, 'abandoned certificates voided');
      const leftovers = await dropLeftovers(issuing);
      if (leftovers > 0) log.warn({ count: leftovers }, 'files of certificates that are over dropped');
    };
    await sweep();
    let sweeping = Promise.resolve();
    const sweeps = setInterval(() => {
      sweeping = sweep().catch(error => log.error({ error: error?.name }, 'sweep failed; tried again in an hour'));
    }, sweepEveryMs);
    sweeps.unref();
    const hints = watchContentOrigin(config.contentOriginDir);
    const board = createCallBoard(database, issuing.now);
    const app = createApp({ config, issuing, hints, board, version: version(), log });
    server.serve(request => app.fetch(request));
    log.info({ url: server.url, terminals: config.terminals.length }, 'platform ready');
    return {
      url: server.url,
      close: async () => {
        clearInterval(sweeps);
        hints.close();
        await board.close();
        await sweeping;
        await server.close();
        await database.destroy();
        log.info('platform closed');
      },
    };
  } catch (error) {
    await server.close();
    throw error;
  }
}

function version(): string {
  const file = new URL('../package.json', import.meta.url);
  return z.object({ version: z.string() }).parse(JSON.parse(readFileSync(file, 'utf8'))).version;
}
