import type { Material } from '../../../content/model/material.ts';
import type { Tone } from '../../ui/tag.tsx';

/** Must be brought, may be, may follow later, or need not be because shared data gives it. */
export type Need = 'must' | 'optional' | 'later' | 'exempt';

/** A material as it is asked for in the present situation. */
export interface AskedMaterial {
  material: Material;
  need: Need;
}

export const needTones: Record<Need, Tone> = { must: 'plain', optional: 'plain', later: 'later', exempt: 'go' };
