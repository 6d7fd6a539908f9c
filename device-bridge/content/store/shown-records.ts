import type { Role } from '../../../content/delivery/roles.ts';
import type { RecordStore } from './record-store.ts';
import { rolesIn, versionOf } from './slots.ts';

/** The records of what is on the screen now, one by one: whoever needs a single matter need not take the whole district apart. */
export interface ShownRecords {
  /** Those of some keys and kinds, in the order of layers, as `compose` takes them. A damaged record is not there. */
  layers(wanted: { keys: readonly string[]; kinds: readonly string[] }): Map<string, string>[];
  /** Who says what is shown of a key: the last layer that has it. Null: nobody. */
  ownerOf(key: string): Role | null;
}

export function shownRecords(store: Pick<RecordStore, 'slots' | 'text' | 'keysOf'>): ShownRecords {
  const roles = (): { role: Role; version: number }[] => {
    const active = store.slots.active?.roles ?? {};
    return rolesIn(active).map(role => ({ role, version: versionOf(active, role) }));
  };
  return {
    layers: ({ keys, kinds }) =>
      roles().map(({ role, version }) => {
        const all = [...keys, ...kinds.flatMap(kind => store.keysOf(role, version, kind))];
        const layer = new Map<string, string>();
        for (const key of all) {
          const text = store.text(role, version, key);
          if (text !== undefined) layer.set(key, text);
        }
        return layer;
      }),
    ownerOf: key => roles().findLast(({ role, version }) => store.text(role, version, key) !== undefined)?.role ?? null,
  };
}
