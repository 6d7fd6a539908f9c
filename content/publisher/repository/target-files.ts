import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256Hex } from '../../common/canonical-json.ts';
import { writeWhole } from '../../common/write-whole.ts';
import { decodeBundle } from '../../delivery/bundle.ts';
import { bundleTarget } from '../../delivery/publication.ts';
import type { Records } from '../../delivery/records.ts';
import { targetsFolder } from '../../delivery/repository-layout.ts';
import { folderOf, type Role } from '../../delivery/roles.ts';

/** A file as signed metadata names it. */
export interface FileInfo {
  bytes: number;
  sha256: string;
}

export function infoOf(bytes: Uint8Array): FileInfo {
  return { bytes: bytes.length, sha256: sha256Hex(bytes) };
}

/** district/records.zst -> targets/district/<sha256>.records.zst, below the origin (specification 6.2.3). */
export function pathInOrigin(target: string, sha256: string): string {
  const slash = target.lastIndexOf('/');
  return `${targetsFolder}/${target.slice(0, slash)}/${sha256}.${target.slice(slash + 1)}`;
}

/** Writes a target under the name of its digest, unless it is there: the same name has the same bytes. */
export async function putTarget(origin: string, target: string, bytes: Uint8Array): Promise<FileInfo> {
  const info = infoOf(bytes);
  const file = join(origin, pathInOrigin(target, info.sha256));
  if (!(await isWhole(file, info))) await writeWhole(file, bytes);
  return info;
}

async function isWhole(file: string, info: FileInfo): Promise<boolean> {
  const bytes = await readFile(file).catch(() => null);
  return bytes !== null && sha256Hex(bytes) === info.sha256;
}

export async function isThere(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}

/** Null when the bundle is gone or other than signed: then nothing can be derived from it. */
export async function readBundle(origin: string, role: Role, info: FileInfo): Promise<Records | null> {
  const file = join(origin, pathInOrigin(bundleTarget(folderOf(role)), info.sha256));
  const bytes = await readFile(file).catch(() => null);
  return bytes === null || sha256Hex(bytes) !== info.sha256 ? null : decodeBundle(bytes);
}
