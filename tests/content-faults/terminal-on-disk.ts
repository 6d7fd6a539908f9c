import { type ChildProcess, spawn } from 'node:child_process';
import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import { expect } from 'vitest';
import { stateHash } from '../../content/delivery/records.ts';
import { databaseFile } from '../../device-bridge/content/content-updater.ts';
import { openRecordStore } from '../../device-bridge/content/store/record-store.ts';
import { rolesIn } from '../../device-bridge/content/store/slots.ts';
import { type TestDistrict, testTerminal } from '../../device-bridge/content/updater.test-support.ts';
import type { ChildTask } from './updater-child.ts';

/** A terminal as it lies on the disk, updated by a process of its own. */
export interface TerminalOnDisk {
  folder: string;
  /** Runs one update to its end, or to the end that the task or the environment brings. */
  child(more?: Partial<ChildTask>, env?: Record<string, string>): ChildProcess;
  /** Runs it and waits; null: it was killed. */
  update(more?: Partial<ChildTask>, env?: Record<string, string>): Promise<Outcome>;
  /** What is shown after a restart, checked to be whole. */
  shownAfterRestart(): Promise<string | null>;
  /** What is shown after the next look at the origin. */
  shownAfterLook(): Promise<string | null>;
  copy(name: string): Promise<TerminalOnDisk>;
  remove(): Promise<void>;
}

export interface Outcome {
  killed: boolean;
  digest: string | null;
  fault: string | null;
  stderr: string;
}

/** Both programs in one file each: half of a child's time would go into finding and stripping modules. */
export async function buildChild(folder: string): Promise<{ child: string; failWrites: string }> {
  const here = (name: string): string => join(import.meta.dirname, name);
  await build({
    configFile: false,
    logLevel: 'warn',
    root: import.meta.dirname,
    ssr: { noExternal: true },
    build: {
      ...{ ssr: true, outDir: folder, emptyOutDir: true, target: 'node24', minify: false },
      rolldownOptions: {
        input: { child: here('updater-child.ts'), failWrites: here('fail-writes.ts') },
        output: { entryFileNames: '[name].mjs' },
      },
    },
  });
  return { child: join(folder, 'child.mjs'), failWrites: join(folder, 'failWrites.mjs') };
}

export function terminalOnDisk(
  district: TestDistrict,
  programs: { child: string; failWrites: string },
  folder: string,
): TerminalOnDisk {
  const child: TerminalOnDisk['child'] = (more = {}, env = {}) => {
    const task: ChildTask = {
      ...{ folder, originUrl: district.origin.url, factoryRootFile: join(district.keys, 'root.json') },
      ...more,
    };
    const failing = 'FAIL_AT' in env ? ['--import', programs.failWrites] : [];
    return spawn(process.execPath, [...failing, programs.child], {
      env: { ...process.env, NODE_COMPILE_CACHE: `${programs.child}.cache`, ...env, CHILD_TASK: JSON.stringify(task) },
    });
  };
  return {
    folder,
    child,
    update: (more, env) => outcomeOf(child(more, env)),
    shownAfterRestart: async () => {
      expectWhole(folder);
      const terminal = await testTerminal(district, { folder, sources: [] });
      const digest = terminal.shown?.digest ?? null;
      await terminal.close();
      return digest;
    },
    shownAfterLook: async () => {
      const terminal = await testTerminal(district, { folder });
      await terminal.settled();
      const digest = terminal.shown?.digest ?? null;
      await terminal.close();
      return digest;
    },
    copy: async name => {
      const other = `${folder}-${name}`;
      await cp(folder, other, { recursive: true });
      return terminalOnDisk(district, programs, other);
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

export async function outcomeOf(process: ChildProcess): Promise<Outcome> {
  let [stdout, stderr] = ['', ''];
  process.stdout?.on('data', chunk => {
    stdout += chunk;
  });
  process.stderr?.on('data', chunk => {
    stderr += chunk;
  });
  const code = await new Promise<number | null>(resolve => process.once('close', resolve));
  if (code !== 0 && code !== null) throw new Error(`the child ended with ${code}: ${stderr}`);
  const said = code === null ? { digest: null, fault: null } : JSON.parse(stdout.replace(/^ready\n/, ''));
  return { killed: code === null, ...said, stderr };
}

/** Every generation in the database is the one that was signed, role by role. */
export function expectWhole(folder: string): void {
  const store = openRecordStore(databaseFile(folder), what => {
    throw new Error(`the database is damaged: ${what}`);
  });
  try {
    for (const slot of Object.values(store.slots)) {
      if (slot === null) continue;
      for (const role of rolesIn(slot.roles)) {
        const publication = slot.roles[role];
        const hashes = store.hashes(role, publication?.version ?? 0);
        expect(stateHash(hashes), `${role} ${publication?.version}`).toBe(publication?.stateHash);
      }
      store.layers(slot.roles);
    }
  } finally {
    store.close();
  }
}
