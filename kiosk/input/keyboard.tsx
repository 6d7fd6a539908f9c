import './keyboard.css';
import { Delete } from 'lucide';
import { useState } from 'preact/hooks';
import { useWords } from '../locales/use-words.ts';
import { Icon } from '../ui/icon.tsx';
import type { Key } from './typing.ts';

const letterRows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'] as const;
const digitRows = ['12345', '67890'] as const;

/** Letters in the order everyone knows from the phone; digits on a second page. */
export function Keyboard({ onKey }: { onKey(key: Key): void }) {
  const { t } = useWords();
  const [digits, setDigits] = useState(false);
  const rows: readonly string[] = digits ? digitRows : letterRows;
  return (
    <fieldset class="keyboard" aria-label={t.find.keyboard}>
      {rows.map(row => (
        <div key={row} class="keyboard-row">
          {Array.from(row, letter => (
            <button
              key={letter}
              type="button"
              onClick={() => onKey(digits ? { type: 'character', character: letter } : { type: 'letter', letter })}
            >
              {letter}
            </button>
          ))}
        </div>
      ))}
      <div class="keyboard-row">
        <button
          type="button"
          class="key-wide"
          aria-label={digits ? t.find.lettersName : t.find.digitsName}
          onClick={() => setDigits(!digits)}
        >
          {digits ? t.find.letters : t.find.digits}
        </button>
        <button type="button" class="key-wide" onClick={() => onKey({ type: 'clear' })}>
          {t.find.clear}
        </button>
        <button type="button" class="key-wide key-delete" onClick={() => onKey({ type: 'delete' })}>
          <Icon of={Delete} />
          {t.find.delete}
        </button>
      </div>
    </fieldset>
  );
}
