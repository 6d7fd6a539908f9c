import type { Log } from '../../log.ts';
import { type Composer, composeRoles } from '../compose/composer.ts';
import type { RecordStore } from '../store/record-store.ts';
import { mostAttempts } from './delays.ts';
import type { Shown } from './effects.ts';

/**
 * What is shown after a start: the active generation, the one before when it is damaged or ended the process again and
 * again, or nothing. What was only half staged is forgotten. A disk that is full keeps nothing from being shown.
 */
export async function recover(store: RecordStore, composer: Composer, log: Log): Promise<Shown | null> {
  const write = (work: () => void): boolean => {
    try {
      work();
      return true;
    } catch (error) {
      log.error({ err: String(error) }, 'content cannot be put in order');
      return false;
    }
  };
  if (store.slots.staged?.digest === null) write(() => store.dropStaged());
  const { active } = store.slots;
  if (active !== null && !active.confirmed && active.attempts >= mostAttempts) {
    log.error({ attempts: active.attempts }, 'content that was never checked to its end');
    write(() => store.goBack('content-check-failed'));
  }
  for (;;) {
    const slot = store.slots.active;
    if (slot === null) return null;
    const composition = await composeRoles(composer, store, slot.roles);
    if (composition.composed) {
      const { digest, bytes, searchIndex, searchDigest } = composition;
      // Another version of this program may compose the same records to other bytes.
      if (digest !== slot.digest) write(() => store.setDigest('active', digest));
      return { digest, bytes, searchIndex, searchDigest };
    }
    log.error({ why: composition.why }, 'content on this disk cannot be shown');
    if (store.slots.previous === null) write(() => store.reset());
    if (store.slots.previous === null || !write(() => store.goBack(null))) return null;
  }
}
