import type { FieldOfLife, PowerLevel } from '../../content/model/code-lists.ts';

/** Ways into the catalogue: by groups of matters, or straight to a list of them. */
export const browseWays = ['field', 'level', 'life-event', 'department', 'most-used', 'changed'] as const;
export type BrowseWay = (typeof browseWays)[number];

/** The matters of one field, level, life event or department (by its Chinese name). */
export type MatterGroup =
  | { by: 'field'; id: FieldOfLife }
  | { by: 'level'; id: PowerLevel }
  | { by: 'life-event'; id: string }
  | { by: 'department'; id: string };
