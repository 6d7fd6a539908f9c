import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type CheckReport, checkContent } from '../compiler/check.ts';
import { compile } from '../compiler/compile.ts';
import { phonePages } from '../compiler/phone-pages.ts';
import { Refusal } from '../model/faults.ts';
import { type Manifest, manifestSchema } from '../model/generation.ts';
import { canonicalJson, sha256Hex, signManifest } from '../model/signed-manifest.ts';
import { loadSigningKey } from './signing-key.ts';

export interface Publication {
  version: number;
  digest: string;
  bytes: number;
  matters: number;
  places: number;
  pages: number;
  /** False when the sources equal what is already published: the version stays. */
  changed: boolean;
}

/**
 * Checks, compiles and signs `source` and writes it to the static origin folder: bundle and pages first, the manifest
 * last by rename, so that a reader sees the old generation or the whole new one.
 * @throws Refusal content-invalid (report in `onReport`), key-missing
 */
export async function publish(options: {
  source: string;
  origin: string;
  keyFile: string;
  now: Date;
  onReport?: (report: CheckReport) => void;
}): Promise<Publication> {
  const report = await checkContent(options.source);
  options.onReport?.(report);
  if (report.errors > 0) throw new Refusal('content-invalid', `${report.errors} errors`);
  const key = await loadSigningKey(options.keyFile);
  const generation = compile(report.sources);
  const pages = phonePages(generation);
  const bundle = canonicalJson(generation);
  const digest = sha256Hex(bundle);
  const current = await currentManifest(options.origin);
  const changed = current?.signed.bundle.sha256 !== digest;
  const bytes = Buffer.byteLength(bundle);
  const version = changed ? (current?.signed.version ?? 0) + 1 : (current?.signed.version ?? 1);
  await writeWhole(join(options.origin, `bundles/${digest}.json`), bundle);
  for (const [path, html] of pages) await writeWhole(join(options.origin, path), html);
  if (changed) {
    const signed = {
      version,
      publishedAt: options.now.toISOString(),
      bundle: { path: `bundles/${digest}.json`, sha256: digest, bytes },
    };
    await writeWhole(join(options.origin, 'manifest.json'), `${JSON.stringify(signManifest(signed, key), null, 1)}\n`);
  }
  return {
    version,
    digest,
    bytes,
    matters: generation.matters.length,
    places: generation.places.length,
    pages: pages.size,
    changed,
  };
}

async function currentManifest(origin: string): Promise<Manifest | null> {
  const text = await readFile(join(origin, 'manifest.json'), 'utf8').catch(() => null);
  return text === null ? null : manifestSchema.parse(JSON.parse(text));
}

/** Write beside, flush, rename: nobody reads half a file. */
async function writeWhole(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}.new`;
  const file = await open(draft, 'w');
  try {
    await file.writeFile(text);
    await file.sync();
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  } finally {
    await file.close();
  }
}
