import { isReadingOver } from '../../access/speech/say-aloud.ts';
import { visitId } from '../../bridge/terminal.ts';
import { withStore } from '../../catalog/kiosk-store.ts';
import { isWished } from '../../session/opening.ts';

export interface OwnCheck {
  name: OwnCheckName;
  clean: boolean;
}

const looks = {
  visit: () => visitId.peek() === null,
  /** What an earlier touch wanted for the next visit. */
  wish: () => !isWished(),
  /** Drawn for a visit: its screens, dialogs, names and numbers, whole or masked. */
  screens: () => document.querySelector('dialog[open], [data-personal], .shaded, .holder') === null,
  fields: () =>
    [...document.querySelectorAll('input, textarea')].every(field => 'value' in field && field.value === ''),
  settings: () => {
    const { dataset, lang } = document.documentElement;
    return dataset.type !== 'large' && dataset.contrast !== 'high' && dataset.reach !== 'low' && lang === 'zh-CN';
  },
  speech: () => isReadingOver() && document.querySelector('.speech-host, [data-said]') === null,
  storage: () => localStorage.length === 0 && sessionStorage.length === 0,
  cookies: () => document.cookie === '',
  databases: holdOnlyContent,
  caches: keepOnlyContent,
} as const;

export type OwnCheckName = keyof typeof looks;

/** Looks into every place of this page and its browser that could hold something of a citizen. A look that fails is not clean. */
export async function ownChecks(): Promise<OwnCheck[]> {
  const names = Object.keys(looks) as OwnCheckName[];
  return Promise.all(names.map(async name => ({ name, clean: await isClean(name) })));
}

async function isClean(name: OwnCheckName): Promise<boolean> {
  try {
    return await looks[name]();
  } catch {
    return false;
  }
}

/** Content, its index, and what machine this is: no other store, and no visit in the kept state. */
async function holdOnlyContent(): Promise<boolean> {
  const databases = await indexedDB.databases();
  if (databases.some(({ name }) => name !== 'kiosk')) return false;
  const known = new Set(['generation', 'terminal', 'searchIndex']);
  return withStore(async database => {
    if ([...database.objectStoreNames].some(store => !known.has(store))) return false;
    const kept = await database.get('terminal', 'kept');
    return kept === undefined || (kept.visit.phase === 'idle' && kept.visit.farewell === null);
  });
}

/** The built page and sounds; nothing that was answered to a visit. */
async function keepOnlyContent(): Promise<boolean> {
  for (const name of await caches.keys())
    for (const { url } of await (await caches.open(name)).keys()) {
      const { origin, pathname } = new URL(url);
      if (origin !== location.origin) return false;
      if (pathname.startsWith('/api/') && !pathname.startsWith('/api/speech/')) return false;
    }
  return true;
}
