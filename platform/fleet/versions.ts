import type { FleetAnswer, TerminalInventory } from '../api/types.ts';

/** More than this share of the terminals that tried a version failed: it is held back from all the others. */
const failingShare = 0.2;

/** How each version fares, from the last report of every terminal. Pure. */
export function versionsOf(inventories: readonly TerminalInventory[]): FleetAnswer['versions'] {
  const counts = new Map<string, { role: string; version: number; shown: number; failed: number }>();
  const count = (role: string, version: number, what: 'shown' | 'failed'): void => {
    const key = `${role}@${version}`;
    const entry = counts.get(key) ?? { role, version, shown: 0, failed: 0 };
    entry[what] += 1;
    counts.set(key, entry);
  };
  for (const { roles, failed } of inventories) {
    for (const [role, version] of Object.entries(roles)) count(role, version, 'shown');
    for (const key of new Set(failed.map(({ role, version }) => `${role} ${version}`))) {
      const [role = '', version] = key.split(' ');
      // A terminal that shows a version has taken it after all.
      if (roles[role] !== Number(version)) count(role, Number(version), 'failed');
    }
  }
  return [...counts.values()]
    .map(entry => ({ ...entry, held: entry.failed > failingShare * (entry.shown + entry.failed) }))
    .sort((a, b) => a.role.localeCompare(b.role) || b.version - a.version);
}
