import '../../ui/card.css';
import './find.css';
import { Search } from 'lucide';
import { useEffect } from 'preact/hooks';
import { catalog } from '../../catalog/catalog.ts';
import { NavRow } from '../../frame/nav-row.tsx';
import { CandidateBar } from '../../input/candidate-bar.tsx';
import { Keyboard } from '../../input/keyboard.tsx';
import { type Key, press } from '../../input/typing.ts';
import { useWords } from '../../locales/use-words.ts';
import { useSession } from '../../session/session.ts';
import { Icon } from '../../ui/icon.tsx';
import { Results } from './results.tsx';

/** Results come while typing; a word need not be chosen first. */
export function Find() {
  const { t } = useWords();
  const { typing } = useSession();
  const { chosen, letters } = typing.value;
  const onKey = (key: Key): void => {
    typing.value = press(typing.peek(), key);
  };
  useRealKeyboard(onKey);
  return (
    <main class="screen find">
      <NavRow>{t.find.title}</NavRow>
      <div class="find-field">
        <Icon of={Search} />
        <output aria-label={t.find.title}>
          {chosen === '' && letters === '' ? (
            <span class="find-placeholder">{t.find.placeholder}</span>
          ) : (
            <>
              {chosen}
              <span class="find-letters">{letters}</span>
              <span class="find-caret" />
            </>
          )}
        </output>
      </div>
      <Results />
      <div class="find-input">
        <CandidateBar lexicon={catalog.value?.lexicon ?? {}} letters={letters} onKey={onKey} />
        <Keyboard onKey={onKey} />
      </div>
    </main>
  );
}

/** A keyboard that a technician or a keypad user has plugged in types into the same field. */
function useRealKeyboard(onKey: (key: Key) => void): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (/^[a-z]$/i.test(event.key)) onKey({ type: 'letter', letter: event.key.toLowerCase() });
      else if (/^\d$/.test(event.key)) onKey({ type: 'character', character: event.key });
      else if (event.key === 'Backspace') onKey({ type: 'delete' });
    }
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, []);
}
