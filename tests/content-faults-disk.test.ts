import { existsSync, globSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { databaseFile } from '../device-bridge/content/content-updater.ts';
import { fastFolder } from '../device-bridge/content/fast-folder.test-support.ts';
import { digestOf, sampleContent } from '../device-bridge/content/sample-content.test-support.ts';
import { type TestDistrict, testDistrict } from '../device-bridge/content/updater.test-support.ts';
import { contentFaultTests } from './content-faults/prove.ts';
import { inSmallFileSystem, mayMount } from './content-faults/small-file-system.ts';
import { buildChild, type TerminalOnDisk, terminalOnDisk } from './content-faults/terminal-on-disk.ts';

const proves = contentFaultTests('disk');
const [first, second] = [sampleContent('第一版'), sampleContent('第二版')];

let folder: string;
let district: TestDistrict;
let programs: Awaited<ReturnType<typeof buildChild>>;
/** A terminal that shows the first version while the second is published. */
let before: TerminalOnDisk;
beforeAll(async () => {
  folder = await fastFolder('disk');
  programs = await buildChild(join(folder, 'child'));
  district = await testDistrict();
  await mkdir(join(folder, 'terminal'));
  before = terminalOnDisk(district, programs, join(folder, 'terminal'));
  await district.publish(first);
  expect((await before.update()).digest).toBe(digestOf(first));
  // An orderly end: nothing is left in the journal.
  expect(await before.shownAfterRestart()).toBe(digestOf(first));
  await district.publish(second);
});
afterAll(async () => {
  await district.close();
  await rm(folder, { recursive: true });
});

/** How many writes, renames and links one update makes. */
async function writesOfAnUpdate(): Promise<number> {
  const terminal = await before.copy('counted');
  const { stderr, digest } = await terminal.update({}, { FAIL_AT: '0' });
  expect(digest).toBe(digestOf(second));
  await terminal.remove();
  const count = Number(/writes: (\d+)/.exec(stderr)?.[1]);
  expect(count).toBeGreaterThan(10);
  return count;
}

const files = (terminal: string, pattern: string): string[] =>
  globSync(pattern, { cwd: terminal })
    // What is being staged does not count yet, torn or not.
    .filter(name => !name.split(sep).includes('staging'))
    .map(name => join(terminal, name));

describe('a disk that fails', () => {
  proves('torn-write', async () => {
    const count = await writesOfAnUpdate();
    for (let at = 1; at <= count; at += 1) {
      const terminal = await before.copy(`torn-${at}`);
      const { killed } = await terminal.update({}, { FAIL_AT: String(at), FAIL_HOW: 'tear' });
      expect(killed, `write ${at}`).toBe(true);
      expect([digestOf(first), digestOf(second)], `write ${at}`).toContain(await terminal.shownAfterRestart());
      expect(await terminal.shownAfterLook(), `write ${at}`).toBe(digestOf(second));
      await terminal.remove();
    }
    return count;
  });

  proves('full-write', async () => {
    const count = await writesOfAnUpdate();
    for (let at = 1; at <= count; at += 1) {
      const terminal = await before.copy(`full-${at}`);
      const { digest, fault } = await terminal.update({}, { FAIL_AT: String(at), FAIL_HOW: 'full' });
      expect([digestOf(first), digestOf(second)], `write ${at}`).toContain(digest);
      if (digest === digestOf(first)) expect(fault, `write ${at}`).toBe('content-no-space');
      expect(await terminal.shownAfterLook(), `write ${at}`).toBe(digestOf(second));
      await terminal.remove();
    }
    return count;
  });

  proves('torn-journal', async () => {
    const lengths = 24;
    const killed = await before.copy('journal');
    // Killed while it checks: both transactions of the update are in the journal, and nowhere else.
    expect((await killed.update({ killIn: 'checking' })).killed).toBe(true);
    const journal = `${databaseFile(killed.folder)}-wal`;
    const { length } = readFileSync(journal);
    expect(length).toBeGreaterThan(10_000);
    for (let cut = 0; cut < lengths; cut += 1) {
      const terminal = await killed.copy(String(cut));
      truncateSync(`${databaseFile(terminal.folder)}-wal`, Math.floor((length * cut) / lengths));
      expect([digestOf(first), digestOf(second)]).toContain(await terminal.shownAfterRestart());
      await terminal.remove();
    }
    return lengths;
  });

  proves('torn-document', async () => {
    let count = 0;
    const names = files(before.folder, 'metadata/**/*').filter(file => existsSync(file) && !isFolder(file));
    expect(names.length).toBeGreaterThan(7);
    for (const name of names)
      for (const share of [0, 0.5]) {
        const terminal = await before.copy(`document-${count}`);
        const file = name.replace(before.folder, terminal.folder);
        truncateSync(file, Math.floor(readFileSync(file).length * share));
        expect(await terminal.shownAfterRestart()).toBe(digestOf(first));
        expect(await terminal.shownAfterLook(), file).toBe(digestOf(second));
        await terminal.remove();
        count += 1;
      }
    return count;
  });

  proves('torn-database', async () => {
    const damages: ((file: string, length: number) => void)[] = [
      file => truncateSync(file, 0),
      (file, length) => truncateSync(file, length / 2),
      (file, length) => truncateSync(file, length - 100),
      (file, length) => writeFileSync(file, Buffer.alloc(length, 0x5a)),
      (file, length) =>
        writeFileSync(file, Buffer.concat([readFileSync(file).subarray(0, 4096), Buffer.alloc(length - 4096)])),
    ];
    for (const [at, damage] of damages.entries()) {
      const terminal = await before.copy(`database-${at}`);
      const file = databaseFile(terminal.folder);
      damage(file, readFileSync(file).length);
      expect(await terminal.shownAfterLook(), `damage ${at}`).toBe(digestOf(second));
      await terminal.remove();
    }
    return damages.length;
  });

  proves('full-disk', async () => {
    // Without the right to mount, the writes above stand for it.
    if (!(await mayMount())) return 1;
    let count = 0;
    const outcomes = new Set<string>();
    for (let spareKb = 0; spareKb <= 320; spareKb += 20) {
      const { full, roomy } = await inSmallFileSystem(before, district, programs.child, spareKb);
      outcomes.add(full.digest === digestOf(first) ? 'old' : 'new');
      expect([digestOf(first), digestOf(second)]).toContain(full.digest);
      if (full.digest === digestOf(first)) expect(full.fault, `${spareKb} kB`).toBe('content-no-space');
      expect(roomy.digest).toBe(digestOf(second));
      count += 1;
    }
    expect([...outcomes].sort()).toEqual(['new', 'old']);
    return count;
  });
});

function isFolder(file: string): boolean {
  try {
    readFileSync(file);
    return false;
  } catch {
    return true;
  }
}
