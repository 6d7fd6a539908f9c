import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { generationSchema } from '../../content/model/generation.ts';
import { sha256Hex } from '../../content/model/signed-manifest.ts';

const currentSchema = z.strictObject({ version: z.int().min(1), digest: z.string().regex(/^[0-9a-f]{64}$/) });
export type CurrentGeneration = z.output<typeof currentSchema>;

/** The generations on this terminal: whole files named by their digest, and one pointer to the one in force. */
export interface ContentStore {
  /** Null: none was ever installed whole. */
  readonly current: CurrentGeneration | null;
  /** Keeps verified bytes under their digest; nothing changes on the screen yet. */
  add(digest: string, bytes: Uint8Array): Promise<void>;
  /** Puts an added generation in force and drops those that are neither it nor the one before. */
  activate(generation: CurrentGeneration): Promise<void>;
  read(digest: string): Buffer | null;
}

/** Opens the store; a torn or foreign file is passed over as if it were not there. */
export function openContentStore(folder: string): ContentStore {
  mkdirSync(folder, { recursive: true });
  let current = readCurrent(folder);
  return {
    get current() {
      return current;
    },
    add: (digest, bytes) => writeWhole(folder, `${digest}.json`, bytes),
    activate: async generation => {
      const before = current;
      await writeWhole(folder, 'current.json', Buffer.from(JSON.stringify(generation)));
      current = generation;
      const keep = new Set([generation.digest, before?.digest].map(digest => `${digest}.json`).concat('current.json'));
      for (const name of readdirSync(folder)) if (!keep.has(name)) rmSync(join(folder, name), { force: true });
    },
    read: digest => (/^[0-9a-f]{64}$/.test(digest) ? readGeneration(folder, digest) : null),
  };
}

function readCurrent(folder: string): CurrentGeneration | null {
  const pointer = parsed(currentSchema, readOrNull(join(folder, 'current.json')));
  if (pointer === null) return null;
  const bytes = readGeneration(folder, pointer.digest);
  return parsed(generationSchema, bytes) === null ? null : pointer;
}

/** Bytes are served only when they are what their name says. */
function readGeneration(folder: string, digest: string): Buffer | null {
  const bytes = readOrNull(join(folder, `${digest}.json`));
  return bytes !== null && sha256Hex(bytes) === digest ? bytes : null;
}

function readOrNull(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}

function parsed<S extends z.ZodType>(schema: S, bytes: Buffer | null): z.output<S> | null {
  if (bytes === null) return null;
  try {
    return schema.safeParse(JSON.parse(bytes.toString('utf8'))).data ?? null;
  } catch {
    return null;
  }
}

/** Write beside, flush, rename: a power cut leaves the old file or the new one. */
async function writeWhole(folder: string, name: string, bytes: Uint8Array): Promise<void> {
  const draft = join(folder, `${name}.new`);
  const file = await open(draft, 'w');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  renameSync(draft, join(folder, name));
  const directory = await open(folder, 'r');
  await directory.sync();
  await directory.close();
}
