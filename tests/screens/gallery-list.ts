import { join } from 'node:path';
import { defaultPaths } from '../../scripts/paths.ts';
import { allScreens } from './all-screens.ts';
import type { ModeName, OrientationName } from './modes.ts';

export const galleryFolder = join(defaultPaths.checkout, 'docs/screens');

/** What the gallery shows of each screen; the checks go through more (tests/browser/everyone.spec.ts). */
export const galleryModes = ['normal', 'large', 'contrast', 'english', 'low'] as const satisfies readonly ModeName[];
export const galleryOrientations = ['portrait', 'landscape'] as const satisfies readonly OrientationName[];

export interface GalleryPicture {
  name: string;
  mode: ModeName;
  orientation: OrientationName;
}

export function fileOf({ orientation, mode, name }: GalleryPicture): string {
  return `${orientation}/${mode}/${name}.webp`;
}

/** Every picture there must be, by screen. The dock is no screen of the terminal: one picture in one orientation. */
export function galleryPictures(): GalleryPicture[] {
  const stops = Object.values(allScreens).flatMap(({ stops }) => stops);
  const ofTerminal = stops.flatMap(({ name, settings }) =>
    galleryOrientations.flatMap(orientation =>
      (settings ? galleryModes : galleryModes.slice(0, 1)).map(mode => ({ name, mode, orientation })),
    ),
  );
  return [...ofTerminal, { name: 'dock', mode: 'normal', orientation: 'landscape' }];
}
