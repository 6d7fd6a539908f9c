import { readdir, readFile, rm } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { fastFolder } from '../device-bridge/content/fast-folder.test-support.ts';
import { digestOf, sampleContent } from '../device-bridge/content/sample-content.test-support.ts';
import { retryAfterMs } from '../device-bridge/content/tuf/http-transport.ts';
import { delays } from '../device-bridge/content/update/delays.ts';
import { initialState, update } from '../device-bridge/content/update/update-state.ts';
import {
  httpSource,
  type TestDistrict,
  type TestTerminal,
  testDistrict,
  testTerminal,
} from '../device-bridge/content/updater.test-support.ts';
import { contentFaultTests } from './content-faults/prove.ts';
import { type TerminalOnDisk, terminalOnDisk } from './content-faults/terminal-on-disk.ts';

const proves = contentFaultTests('network');
const [first, second] = [sampleContent('第一版'), sampleContent('第二版')];

let folder: string;
let district: TestDistrict;
/** A terminal that shows the first version while the second is published. */
let before: TerminalOnDisk;
/** What an update to the second version asks for: path -> bytes. */
let asked: Map<string, Buffer>;
/** The files of the first version that the second replaced in place, or that have a successor: path -> bytes then. */
let oldFiles: Map<string, Buffer>;
beforeAll(async () => {
  folder = await fastFolder('network');
  district = await testDistrict();
  await district.publish(first);
  before = terminalOnDisk(district, { child: '', failWrites: '' }, join(folder, 'terminal'));
  expect(await before.shownAfterLook()).toBe(digestOf(first));
  oldFiles = await filesIn(district.originFolder);
  await district.publish(second);
  const trial = await before.copy('trial');
  district.origin.requests.length = 0;
  expect(await trial.shownAfterLook()).toBe(digestOf(second));
  const paths = district.origin.requests.filter(({ status }) => status === 200).map(({ path }) => path);
  asked = new Map();
  for (const path of new Set(paths)) asked.set(path, await readFile(join(district.originFolder, path)));
  // Timestamp, snapshot, two documents of content and two deltas at the least.
  expect(asked.size).toBeGreaterThanOrEqual(6);
});
afterAll(async () => {
  await district.close();
  await rm(folder, { recursive: true });
});

async function filesIn(root: string): Promise<Map<string, Buffer>> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const names = entries.filter(each => each.isFile()).map(each => join(each.parentPath, each.name));
  return new Map(
    await Promise.all(names.map(async name => [name.slice(root.length + 1), await readFile(name)] as const)),
  );
}

let copies = 0;
/** One look of a fresh copy while the origin misbehaves; then it is well again, and the update must come. */
async function whileBroken(
  misbehave: TestDistrict['origin']['misbehave'],
  look: (terminal: TestTerminal) => Promise<void> | void,
  options: { silenceMs?: number } = {},
): Promise<void> {
  copies += 1;
  const copy = await before.copy(`broken-${copies}`);
  district.origin.misbehave = misbehave;
  const sources = [httpSource(district.origin.url, options)];
  const terminal = await testTerminal(district, { folder: copy.folder, sources });
  await terminal.settled();
  await look(terminal);
  district.origin.misbehave = () => false;
  await terminal.round();
  expect(terminal.shown?.digest).toBe(digestOf(second));
  expect(terminal.fault).toBeNull();
  await terminal.close();
  await copy.remove();
}

const showsOld =
  (fault: string) =>
  (terminal: TestTerminal): void => {
    expect(terminal.shown?.digest).toBe(digestOf(first));
    expect(terminal.fault).toBe(fault);
  };

/** Numbers of bytes after which an answer of this length is cut. */
function cutsOf(length: number): number[] {
  const spread = Array.from({ length: 8 }, (_, at) => Math.floor((length * (at + 0.5)) / 8));
  return [...new Set([0, 1, ...spread, length - 1])];
}

function cut(response: ServerResponse, head: Record<string, string | number>, bytes: Buffer): true {
  response.writeHead(200, head);
  response.flushHeaders();
  response.write(bytes, () => response.destroy());
  if (bytes.length === 0) response.destroy();
  return true;
}

describe('a network that fails', () => {
  proves('cut', async () => {
    let count = 0;
    for (const [path, bytes] of asked)
      for (const at of cutsOf(bytes.length)) {
        await whileBroken(
          (asked, response) =>
            asked === path && cut(response, { 'content-length': bytes.length }, bytes.subarray(0, at)),
          showsOld('content-origin-unreachable'),
        );
        count += 1;
      }
    return count;
  });

  proves('cut-chunked', async () => {
    const ways: [string, (bytes: Buffer) => Buffer][] = [
      ['identity', bytes => bytes],
      ['gzip', bytes => gzipSync(bytes)],
      ['br', bytes => brotliCompressSync(bytes)],
    ];
    let count = 0;
    for (const [path, whole] of asked)
      for (const [encoding, pack] of ways) {
        const bytes = pack(whole);
        for (const at of [0, Math.floor(bytes.length / 2), bytes.length - 1]) {
          await whileBroken(
            (asked, response) =>
              asked === path && cut(response, { 'content-encoding': encoding }, bytes.subarray(0, at)),
            showsOld('content-origin-unreachable'),
          );
          count += 1;
        }
      }
    return count;
  });

  proves('silent', async () => {
    for (const path of asked.keys())
      await whileBroken(asked => asked === path, showsOld('content-origin-unreachable'), { silenceMs: 500 });
    return asked.size;
  });

  proves('endless', async () => {
    const megabyte = Buffer.alloc(1024 * 1024, ' ');
    /** 64 MB of blanks in 64 kB. */
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024, ' '));
    for (const path of asked.keys()) {
      const isDelta = path.includes('.from-');
      // A delta that is refused gives way to the bundle.
      const then = isDelta
        ? (terminal: TestTerminal) => expect(terminal.shown?.digest).toBe(digestOf(second))
        : (terminal: TestTerminal) =>
            expect(terminal.inventory().roles).not.toMatchObject({ district: 2, 'town-204': 2 });
      await whileBroken((asked, response) => asked === path && pour(response, megabyte), then);
      await whileBroken((asked, response) => {
        if (asked !== path) return false;
        response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb);
        return true;
      }, then);
    }
    return asked.size * 2;
  });

  proves('busy', async () => {
    const now = Date.now();
    expect(retryAfterMs('120', now)).toBe(120_000);
    expect(retryAfterMs(new Date(now + 90_000).toUTCString(), now)).toBeGreaterThan(88_000);
    for (const ms of [120_000, 10_000_000_000]) {
      const event = { type: 'failed', fault: 'content-origin-unreachable', retryAfterMs: ms, staged: false } as const;
      const state = { ...initialState({ dueAt: 0, staged: false, unconfirmed: false }), step: 'refreshing' } as const;
      const next = update(state, { ...event, at: 1000, dice: 0 }, { pollMs: 1000 });
      expect(next.dueAt).toBe(1000 + Math.min(ms, delays.retryAfterMaxMs));
    }
    for (const value of ['3600', new Date(now + 3_600_000).toUTCString()])
      await whileBroken((_, response) => {
        response.writeHead(503, { 'retry-after': value }).end('later');
        return true;
      }, showsOld('content-origin-unreachable'));
    return 4;
  });

  proves('mixed', async () => {
    let count = 0;
    for (const path of asked.keys()) {
      const older = olderOf(path);
      if (older === undefined) continue;
      await whileBroken(
        (asked, response) => {
          if (asked !== path) return false;
          response.end(older);
          return true;
        },
        terminal => {
          const { roles } = terminal.inventory();
          // A stale timestamp is the old repository as a whole; anything else is refused where it stands.
          if (path.endsWith('timestamp.json')) expect(terminal.fault).toBeNull();
          expect(roles.district === 1 || roles['town-204'] === 1 || path.includes('.from-')).toBe(true);
        },
      );
      count += 1;
    }
    expect(count).toBeGreaterThanOrEqual(4);
    return count;
  });
});

/** The file of the version before in the place of this one: 2.district.json -> what 1.district.json was. */
function olderOf(path: string): Buffer | undefined {
  const name = path.replace(
    /(^|\/)(\d+)\.([\w-]+\.json)$/,
    (_, start, version, rest) => `${start}${Number(version) - 1}.${rest}`,
  );
  if (path.startsWith('metadata/')) return oldFiles.get(name);
  const bundle = path.split('/').slice(0, 2).join('/');
  return [...oldFiles].find(([each]) => each.startsWith(bundle) && each.endsWith('.records.zst'))?.[1];
}

function pour(response: ServerResponse, chunk: Buffer): true {
  const more = (): void => {
    while (!response.destroyed && response.write(chunk));
    if (!response.destroyed) response.once('drain', more);
  };
  more();
  return true;
}
