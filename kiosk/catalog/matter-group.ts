import type { FieldOfLife, PowerLevel } from '../../content/model/code-lists.ts';

export const browseWays = ['field', 'level', 'life-event'] as const;
export type BrowseWay = (typeof browseWays)[number];

/** The matters of one field, level or life event. */
export type MatterGroup =
  | { by: 'field'; id: FieldOfLife }
  | { by: 'level'; id: PowerLevel }
  | { by: 'life-event'; id: string };
