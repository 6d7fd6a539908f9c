import { join } from 'node:path';

const checkout = join(import.meta.dirname, '..');

/** Where a demo start keeps what it makes; deleting the folder gives a fresh start. */
export const demoFolder = join(checkout, 'var/demo');

export const defaultPaths = {
  checkout,
  contentSource: join(checkout, 'content'),
  contentOrigin: join(demoFolder, 'content-origin'),
  contentKeys: join(demoFolder, 'keys/content'),
  maintainerToken: join(demoFolder, 'keys/maintainer-token'),
  builtKiosk: join(checkout, 'dist/kiosk'),
  /** Sounds by what they say: made once, kept for every build and publication. */
  speechCache: join(checkout, 'var/cache/speech'),
} as const;
