import { createHash, randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { readyDatabase } from '../tests/support/ready-database.ts';
import type { Person } from './api/types.ts';
import { createApp } from './app.ts';
import { createCallBoard } from './calls/call-board.ts';
import { demoAuthorityNames, makeAuthority } from './certificates/authority.ts';
import type { Issuing } from './certificates/issue.ts';
import { sampleRecords } from './certificates/sample-records.ts';
import { openSealedFiles } from './certificates/sealed-files.ts';
import { createTypesetter } from './certificates/typeset.ts';
import { type PlatformConfig, platformConfigSchema } from './config.ts';
import { watchContentOrigin } from './content-origin/hints.ts';
import { openDatabase } from './database/open-database.ts';

/** What the tests of this room share. */
export const wang: Person = { name: '王小明', idNumber: '331003199005120018' };
export const zheng: Person = { name: '郑𠮷宁', idNumber: '331003198511230047' };
export const chen: Person = { name: '陈阿婆', idNumber: '33100319480308002X' };

export const token = 'token-of-the-first-terminal';
export const otherToken = 'token-of-the-second-terminal';
export const maintainerToken = 'token-of-the-district-office';
export const staffToken = 'token-of-the-third-window';
export const otherStaffToken = 'token-of-the-city-desk';
export const publicUrl = 'https://certificates.example.cn';

export function tokenHash(value: string): string {
  return createHash('sha256').update(value).digest('hex');
}

export async function temporaryFolder(): Promise<{ path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'platform-test-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

export function testConfig(folder: string): PlatformConfig {
  return platformConfigSchema.parse({
    port: 0,
    publicUrl,
    dataDir: join(folder, 'data'),
    contentOriginDir: join(folder, 'origin'),
    terminals: [
      { id: '331003206-1', tokenSha256: tokenHash(token) },
      { id: '331003206-2', tokenSha256: tokenHash(otherToken) },
    ],
    maintainers: [{ name: 'district office', tokenSha256: tokenHash(maintainerToken) }],
    staff: [
      { name: '院桥镇 3 号窗口', places: ['331003107'], tokenSha256: tokenHash(staffToken) },
      { name: '城区值班', places: ['331003001'], tokenSha256: tokenHash(otherStaffToken) },
    ],
    issuer: { zh: '黄岩区政务服务平台（示例）', en: 'Huangyan Government Services Platform (SAMPLE)' },
    logLevel: 'silent',
  });
}

export interface TestPlatform {
  issuing: Issuing;
  /** The whole application without a socket; `logged` holds every line it wrote. */
  request(path: string, init?: RequestInit): Promise<Response>;
  /** POST as a terminal; the body is JSON unless it is a string. */
  post(path: string, body: unknown, bearer?: string): Promise<Response>;
  logged: string[];
  close(): Promise<void>;
}

/** Everything real, the database in a folder of its own. `changes` replaces parts: a clock, another source of records. */
export async function createTestPlatform(changes: Partial<Issuing> = {}): Promise<TestPlatform> {
  const folder = await temporaryFolder();
  const config = testConfig(folder.path);
  await mkdir(config.contentOriginDir);
  await readyDatabase(join(folder.path, 'postgres'));
  const database = await openDatabase(join(folder.path, 'postgres'));
  const issuing: Issuing = {
    database,
    sealedFiles: await openSealedFiles(join(folder.path, 'certificates')),
    records: sampleRecords,
    authority: await makeAuthority(demoAuthorityNames, new Date()),
    typesetter: createTypesetter(),
    issuer: config.issuer,
    publicUrl: config.publicUrl,
    personKey: randomBytes(32),
    now: () => new Date(),
    ...changes,
  };
  const logged: string[] = [];
  const log = pino({ level: 'debug' }, { write: line => logged.push(line) });
  const hints = watchContentOrigin(config.contentOriginDir);
  const board = createCallBoard(database, issuing.now);
  const app = createApp({ config, issuing, hints, board, version: '0.0.0-test', log });
  const request = async (path: string, init?: RequestInit) => app.request(path, init);
  return {
    issuing,
    request,
    post: (path, body, bearer = token) =>
      request(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${bearer}` },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    logged,
    close: async () => {
      hints.close();
      await board.close();
      await database.destroy();
      await folder.remove();
    },
  };
}
