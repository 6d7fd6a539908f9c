import '../../ui/card.css';
import './find.css';
import { Keyboard, KeyboardOff, Search } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import { catalog } from '../../catalog/catalog.ts';
import { NavRow } from '../../frame/nav-row.tsx';
import { InputPanel } from '../../input/input-panel.tsx';
import { type Key, press, queryOf } from '../../input/typing.ts';
import { useWords } from '../../locales/use-words.ts';
import { useSession } from '../../session/session.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Results } from './results.tsx';

const noWords = {};

/** Results come while typing; a word need not be chosen first. */
export function Find() {
  const { t } = useWords();
  const { typing, settings } = useSession();
  const [isKeyboardOut, bringKeyboard] = useState(true);
  // In large type, and in the lower half of the screen, the keys leave the results little room.
  const isNarrow = settings.value.largeType || settings.value.lowReach;
  const { chosen, letters } = typing.value;
  const onKey = (key: Key): void => {
    typing.value = press(typing.peek(), key);
  };
  useRealKeyboard(onKey, () => queryOf(typing.peek()) === '');
  return (
    <main class={isNarrow && !isKeyboardOut ? 'screen find find-reading' : 'screen find'}>
      <NavRow>
        <span class="find-title">{t.find.title}</span>
        {isNarrow && (
          <Button
            kind="outline"
            icon={isKeyboardOut ? KeyboardOff : Keyboard}
            label={isKeyboardOut ? t.find.read : t.find.type}
            onPress={() => bringKeyboard(!isKeyboardOut)}
          />
        )}
      </NavRow>
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
        <InputPanel typing={typing.value} lexicon={catalog.value?.lexicon ?? noWords} onKey={onKey} />
      </div>
    </main>
  );
}

/** A keyboard that a technician or a keypad user has plugged in types into the same field. */
function useRealKeyboard(onKey: (key: Key) => void, isEmpty: () => boolean): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (/^[a-z]$/i.test(event.key)) onKey({ type: 'letter', letter: event.key.toLowerCase() });
      else if (/^\d$/.test(event.key)) onKey({ type: 'character', character: event.key });
      else if (event.key === 'Backspace' && !isEmpty()) {
        // Taken: with nothing to take back, Backspace goes one screen back (access/keypad).
        event.preventDefault();
        onKey({ type: 'delete' });
      }
    }
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, []);
}
