import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { sha256Hex } from '../../content/common/canonical-json.ts';
import { writeWhole } from '../../content/common/write-whole.ts';
import { generationSchema } from '../../content/model/generation.ts';

const kept = z.strictObject({ version: z.int().min(1), digest: z.string().regex(/^[0-9a-f]{64}$/) });
/** The generation in force and the one before it, to fall back to. */
const pointerSchema = z.strictObject({ current: kept, previous: kept.nullable() });
export type KeptGeneration = z.output<typeof kept>;

/** The generations on this terminal: whole files named by their digest, and one pointer to those that count. */
export interface ContentStore {
  /** Null: none was ever installed whole. */
  readonly current: KeptGeneration | null;
  has(digest: string): boolean;
  /** Keeps verified bytes under their digest; nothing changes on the screen yet. */
  add(digest: string, bytes: Uint8Array): Promise<void>;
  /** Puts an added generation in force and drops all files but it and the one before. False when its file is gone. */
  activate(generation: KeptGeneration): Promise<boolean>;
  read(digest: string): Buffer | null;
}

/** Opens the store. A torn or foreign file counts as missing; a torn current generation gives way to the one before. */
export function openContentStore(folder: string): ContentStore {
  mkdirSync(folder, { recursive: true });
  let current = newestWhole(folder);
  let queue: Promise<unknown> = Promise.resolve();
  /** One change after the other: a clean-up must not meet a file that is just being added. */
  const inTurn = <T>(change: () => Promise<T>): Promise<T> => {
    const done = queue.then(change);
    queue = done.catch(() => {});
    return done;
  };
  const fileOf = (digest: string): string => join(folder, `${digest}.json`);
  return {
    get current() {
      return current;
    },
    has: digest => existsSync(fileOf(digest)),
    add: (digest, bytes) => inTurn(() => writeWhole(fileOf(digest), bytes)),
    activate: generation =>
      inTurn(async () => {
        if (!existsSync(fileOf(generation.digest))) return false;
        const previous = current?.digest === generation.digest ? null : current;
        await writeWhole(join(folder, pointerName), JSON.stringify({ current: generation, previous }));
        current = generation;
        const needed = [generation.digest, previous?.digest].map(digest => `${digest}.json`).concat(pointerName);
        for (const name of readdirSync(folder)) if (!needed.includes(name)) rmSync(join(folder, name), { force: true });
        return true;
      }),
    read: digest => (/^[0-9a-f]{64}$/.test(digest) ? readGeneration(folder, digest) : null),
  };
}

const pointerName = 'current.json';

function newestWhole(folder: string): KeptGeneration | null {
  const pointer = parsed(pointerSchema, readOrNull(join(folder, pointerName)));
  const candidates = pointer === null ? [] : [pointer.current, pointer.previous];
  const whole = candidates.find(
    each => each !== null && parsed(generationSchema, readGeneration(folder, each.digest)) !== null,
  );
  return whole ?? null;
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
