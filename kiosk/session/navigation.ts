import type { BrowseWay, MatterGroup } from '../catalog/matter-group.ts';

export type Screen =
  | { name: 'home' }
  | { name: 'find' }
  | { name: 'browse'; by: BrowseWay }
  | { name: 'matters'; group: MatterGroup }
  | { name: 'guide'; matterId: string }
  /** matterId: to find where this matter is handled. */
  | { name: 'places'; matterId?: string };

export type Step =
  | { type: 'open'; screen: Screen }
  /** The same screen seen another way (another tab): going back does not walk through them. */
  | { type: 'replace'; screen: Screen }
  | { type: 'back' }
  | { type: 'home' };

/** Screens the citizen came through, the present one last. Never empty; the first is always home. */
export type Trail = readonly [{ name: 'home' }, ...Screen[]];

export const atHome: Trail = [{ name: 'home' }];

export function walk(trail: Trail, step: Step): Trail {
  const [home, ...rest] = trail;
  switch (step.type) {
    case 'home':
      return atHome;
    case 'back':
      return [home, ...rest.slice(0, -1)];
    case 'replace':
      return rest.length === 0 ? trail : [home, ...rest.slice(0, -1), step.screen];
    case 'open':
      return step.screen.name === 'home' ? atHome : [home, ...rest, step.screen];
  }
}

export function presentScreen(trail: Trail): Screen {
  return trail.at(-1) ?? trail[0];
}
