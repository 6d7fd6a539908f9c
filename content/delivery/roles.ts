import { z } from 'zod';

/**
 * Who signs what (TUF roles). `targets` is the city's; it delegates to the district, the district to its townships,
 * `town-204` for the place 331003204.
 */
export const roleSchema = z.templateLiteral(['town-', z.string().regex(/^\d{3}$/)]).or(z.enum(['targets', 'district']));
export type Role = z.output<typeof roleSchema>;

export const districtCode = '331003';

export function townRole(placeCode: string): Role {
  return roleSchema.parse(`town-${placeCode.slice(-3)}`);
}

/** The division code a township's role speaks for; null for the city and the district. */
export function placeCodeOf(role: Role): string | null {
  return role.startsWith('town-') ? `${districtCode}${role.slice(5)}` : null;
}

/** 0 city, 1 district, 2 township: a later layer counts over an earlier one. */
export function layerOf(role: Role): number {
  return role === 'targets' ? 0 : role === 'district' ? 1 : 2;
}

/** Folder of the role's targets, below the repository's targets. */
export function folderOf(role: Role): string {
  return role === 'targets' ? 'city' : role;
}

/**
 * Whether a role may publish a record of this key. A terminal holds this too: a township's keys, both of them stolen,
 * still cannot change another township or the district's guides.
 */
export function mayHold(role: Role, key: string): boolean {
  const [kind, id] = key.split('/', 2);
  const place = placeCodeOf(role);
  if (kind === 'lexicon') return id?.startsWith(`${role}-`) === true && id.length === role.length + 2;
  if (kind === 'shared-speech') return id === role;
  if (place !== null) return (kind === 'place' || kind === 'overlay') && id === place;
  if (kind === 'matter' || kind === 'life-event' || kind === 'calendar' || kind === 'speech') return true;
  return role === 'district' && key === 'overlay/district';
}
