import { Delete } from 'lucide';
import { useWords } from '../locales/use-words.ts';
import { Icon } from '../ui/icon.tsx';
import { useHeldPress } from './held-press.ts';
import type { Key } from './typing.ts';

/** Deletes one after the other while it is held. */
export function DeleteKey({ onKey }: { onKey(key: Key): void }) {
  const { t } = useWords();
  return (
    <button type="button" class="key key-wide" {...useHeldPress(() => onKey({ type: 'delete' }))}>
      <Icon of={Delete} />
      {t.input.delete}
    </button>
  );
}
