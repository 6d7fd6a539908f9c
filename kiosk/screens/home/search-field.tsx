import './search-field.css';
import { Search } from 'lucide';
import { useWords } from '../../locales/use-words.ts';
import { useSession } from '../../session/session.ts';
import { Icon } from '../../ui/icon.tsx';

/** Looks like a field and opens the screen that has the keyboard. */
export function SearchField() {
  const { t } = useWords();
  const { go } = useSession();
  return (
    <button type="button" class="search-field" onClick={() => go({ type: 'open', screen: { name: 'find' } })}>
      <Icon of={Search} />
      <span class="search-field-words">{t.home.search}</span>
      <span class="search-field-type">{t.home.type}</span>
    </button>
  );
}
