import { createPublicKey } from 'node:crypto';
import { join } from 'node:path';
import { canonicalJson, sha256Hex } from '../common/canonical-json.ts';
import { Refusal } from '../common/faults.ts';
import { writeWhole } from '../common/write-whole.ts';
import { type CheckReport, checkContent } from '../compiler/check.ts';
import { compile } from '../compiler/compile.ts';
import { phonePages } from '../compiler/phone-pages.ts';
import { manifestSchema } from '../model/generation.ts';
import { isSignedBy, signManifest } from '../model/signed-manifest.ts';
import { currentManifest } from './current-manifest.ts';
import { removeOtherPages } from './other-pages.ts';
import { loadSigningKey } from './signing-key.ts';

export interface Publication {
  version: number;
  digest: string;
  bytes: number;
  matters: number;
  places: number;
  pages: number;
  /** False when content, key and version are what is already published: the manifest stays. */
  changed: boolean;
}

/**
 * Checks, compiles and signs `source` and writes it to the static origin folder: bundle and pages first, the manifest
 * last by rename, so that a terminal sees the old generation or the whole new one. Phone pages are each whole but
 * change one by one, and those of matters and situations that are gone are deleted at the end: for a moment a phone
 * may find a new page beside an old one.
 * @throws Refusal content-invalid (report in `onReport`), key-missing, origin-unreadable
 */
export async function publish(options: {
  source: string;
  origin: string;
  keyFile: string;
  now: Date;
  /** The version is at least this one: for an origin that was lost, as terminals refuse a version below their own. */
  versionAtLeast?: number;
  onReport?: (report: CheckReport) => void;
}): Promise<Publication> {
  const { origin, versionAtLeast = 1 } = options;
  const report = await checkContent(options.source);
  options.onReport?.(report);
  if (report.errors > 0) throw new Refusal('content-invalid', `${report.errors} errors`);
  const key = await loadSigningKey(options.keyFile);
  const manifestFile = join(origin, 'manifest.json');
  const current = await currentManifest(manifestFile);
  const generation = compile(report.sources, '331003001');
  const pages = phonePages(generation);
  const bundle = canonicalJson(generation);
  const digest = sha256Hex(bundle);
  const bytes = Buffer.byteLength(bundle);
  const stays =
    current !== null &&
    current.signed.bundle.sha256 === digest &&
    current.signed.version >= versionAtLeast &&
    isSignedBy(current, [createPublicKey(key)]);
  const version = stays ? current.signed.version : Math.max((current?.signed.version ?? 0) + 1, versionAtLeast);
  await writeWhole(join(origin, `bundles/${digest}.json`), bundle);
  for (const [path, html] of pages) await writeWhole(join(origin, path), html);
  if (!stays) {
    const signed = {
      version,
      publishedAt: options.now.toISOString(),
      bundle: { path: `bundles/${digest}.json`, sha256: digest, bytes },
    };
    const manifest = manifestSchema.parse(signManifest(signed, key));
    await writeWhole(manifestFile, `${JSON.stringify(manifest, null, 1)}\n`);
  }
  await removeOtherPages(origin, pages);
  const { matters, places } = generation;
  const counts = { matters: matters.length, places: places.length, pages: pages.size };
  return { version, digest, bytes, ...counts, changed: !stays };
}
