import type { FarewellView } from '../../../device-bridge/api/types.ts';
import type { OwnCheck } from './own-checks.ts';

/** What a citizen understands of some twenty checks. */
export const groups = ['cards', 'papers', 'typed', 'words', 'settings', 'stored'] as const;
export type Group = (typeof groups)[number];

const groupOf: Record<string, Group> = {
  certificates: 'cards',
  'certificate-preview': 'cards',
  'certificates-under-way': 'cards',
  'id-card-reader': 'cards',
  'social-security-card-reader': 'cards',
  scanner: 'papers',
  codes: 'papers',
  'guide-print': 'papers',
  feedback: 'words',
  'help-call': 'words',
  visit: 'typed',
  wish: 'typed',
  screens: 'typed',
  fields: 'typed',
  settings: 'settings',
  speech: 'settings',
  storage: 'stored',
  cookies: 'stored',
  databases: 'stored',
  caches: 'stored',
};

export interface Verdict {
  /** clean: everything was looked into and nothing is left. left: something still is after patience has ended. */
  state: 'checking' | 'clean' | 'left';
  /** How many places were looked into. */
  looked: number;
  /** Whether nothing is left in each. */
  groups: { group: Group; clean: boolean }[];
}

/** What may be said of the visit that has ended. Pure. own: null while the kiosk has not looked yet. */
export function verdict({ erased, checks }: FarewellView, own: readonly OwnCheck[] | null, patient: boolean): Verdict {
  const all = [...checks, ...(own ?? [])];
  const clean = erased && own !== null && all.every(check => check.clean);
  return {
    state: clean ? 'clean' : patient || own === null ? 'checking' : 'left',
    looked: all.length,
    groups: groups.map(group => ({
      group,
      // What has no name here yet is not passed over: it counts as stored.
      clean: own !== null && all.every(check => (groupOf[check.name] ?? 'stored') !== group || check.clean),
    })),
  };
}
