import { z } from 'zod';
import { publicationSchema } from '../../../content/delivery/publication.ts';
import { layerOf, type Role, roleSchema } from '../../../content/delivery/roles.ts';

/** What of each role counts together: its publication, as it was signed when it was taken. */
export const rolesSchema = z.partialRecord(roleSchema, publicationSchema);
export type RolePublications = z.output<typeof rolesSchema>;

/** staged: whole, waits to be shown. active: shown. previous: shown before, to go back to. */
export type SlotName = 'staged' | 'active' | 'previous';

export interface Slot {
  roles: RolePublications;
  /** sha256 of what is composed of it; null: not composed yet. */
  digest: string | null;
  /** The checks after the switch went well. */
  confirmed: boolean;
  /** How often those checks were begun: a generation that ends the process each time is not tried for ever. */
  attempts: number;
}

export type Slots = Record<SlotName, Slot | null>;

/** In the order of layers, each layer in the order of names. */
export function rolesIn(roles: RolePublications): Role[] {
  const names = Object.keys(roles).map(name => roleSchema.parse(name));
  return names.sort((a, b) => layerOf(a) - layerOf(b) || (a < b ? -1 : 1));
}

export function versionOf(roles: RolePublications, role: Role): number {
  return roles[role]?.version ?? 0;
}

/** Roles whose version is not the same in both, with the version in `roles`. */
export function changedRoles(roles: RolePublications, before: RolePublications): { role: Role; version: number }[] {
  return rolesIn(roles).flatMap(role => {
    const version = versionOf(roles, role);
    return version === versionOf(before, role) ? [] : [{ role, version }];
  });
}
