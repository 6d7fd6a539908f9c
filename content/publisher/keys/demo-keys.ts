import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Role, townRole } from '../../delivery/roles.ts';
import { addKeys, initKeys } from './ceremony.ts';
import { readKeyFolder } from './key-folder.ts';

/** Roles of the townships in a folder of sources, by the names of their folders. */
export async function townsInSources(source: string): Promise<Role[]> {
  const names = await readdir(join(source, 'townships')).catch(() => []);
  const codes = names.flatMap(name => /^(331003\d{3})-/.exec(name)?.[1] ?? []);
  return codes.sort().map(townRole);
}

/**
 * Every key of a trial start in one folder, unlocked, and a root that says so. Made once; a township that came later
 * gets its keys.
 */
export async function ensureDemoKeys(folder: string, source: string, now = new Date()): Promise<void> {
  const towns = await townsInSources(source);
  const keys = await readKeyFolder(folder);
  if (keys === null) await initKeys({ folder, towns, demo: true, now });
  else for (const town of towns) if (keys.plan.roles[town] === undefined) await addKeys({ folder, now }, town);
}
