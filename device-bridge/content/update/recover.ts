import type { Log } from '../../log.ts';
import type { Composer } from '../compose/composer.ts';
import type { RecordStore } from '../store/record-store.ts';
import { mostAttempts } from './delays.ts';
import type { Shown } from './effects.ts';

/**
 * What is shown after a start: the active generation, the one before when it is damaged or ended the process again and
 * again, or nothing. What was only half staged is forgotten.
 */
export async function recover(store: RecordStore, composer: Composer, log: Log): Promise<Shown | null> {
  if (store.slots.staged?.digest === null) store.dropStaged();
  const { active } = store.slots;
  if (active !== null && !active.confirmed && active.attempts >= mostAttempts) {
    log.error({ attempts: active.attempts }, 'content that was never checked to its end');
    store.goBack('content-check-failed');
  }
  for (;;) {
    const slot = store.slots.active;
    if (slot === null) return null;
    const composition = await composer.compose(slot.roles);
    if (composition.composed) {
      // Another version of this program may compose the same records to other bytes.
      if (composition.digest !== slot.digest) store.setDigest('active', composition.digest);
      return { digest: composition.digest, bytes: composition.bytes };
    }
    log.error({ why: composition.why }, 'content on this disk cannot be shown');
    if (!store.goBack(null)) {
      store.reset();
      return null;
    }
  }
}
