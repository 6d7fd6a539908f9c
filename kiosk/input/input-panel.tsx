import { useState } from 'preact/hooks';
import type { Generation } from '../../content/model/generation.ts';
import { useWords } from '../locales/use-words.ts';
import { CandidateBar } from './candidate-bar.tsx';
import { DeleteKey } from './delete-key.tsx';
import { Handwriting } from './handwriting/handwriting.tsx';
import { useCandidates } from './ime/use-candidates.ts';
import { capitalRows, digitRows, KeyRows, letterRows } from './keyboard.tsx';
import { type Key, queryOf, type Typing } from './typing.ts';

const modes = ['pinyin', 'hand', 'digits', 'capitals'] as const;
export type InputMode = (typeof modes)[number];

interface InputPanelProps {
  typing: Typing;
  /** The words of the generation in force, which come before general ones. */
  lexicon: Generation['lexicon'];
  /** How the field is mostly filled in. */
  firstMode?: InputMode;
  onKey(key: Key): void;
}

/** Everything a citizen writes with: pinyin, handwriting, digits, capital letters. The row of ways stays where it is. */
export function InputPanel({ typing, lexicon, firstMode = 'pinyin', onKey }: InputPanelProps) {
  const { t } = useWords();
  const [mode, setMode] = useState<InputMode>(firstMode);
  const clearing = queryOf(typing) !== '' || typing.cleared === null;
  const type = (character: string): void => onKey({ type: 'character', character });
  return (
    <div class="input-panel">
      {mode === 'pinyin' && <Pinyin letters={typing.letters} lexicon={lexicon} onKey={onKey} />}
      {mode === 'hand' && <Handwriting onKey={onKey} />}
      {(mode === 'digits' || mode === 'capitals') && (
        <KeyRows rows={mode === 'digits' ? digitRows : capitalRows} name={t.input.modes[mode]} onCharacter={type}>
          <DeleteKey onKey={onKey} />
        </KeyRows>
      )}
      <fieldset class="input-modes" aria-label={t.input.ways}>
        {modes.map(way => (
          <button key={way} type="button" class="key key-wide" aria-pressed={way === mode} onClick={() => setMode(way)}>
            {t.input.modes[way]}
          </button>
        ))}
        <button
          type="button"
          class="key key-wide"
          disabled={clearing && queryOf(typing) === ''}
          onClick={() => onKey({ type: clearing ? 'clear' : 'restore' })}
        >
          {clearing ? t.input.clear : t.input.restore}
        </button>
      </fieldset>
    </div>
  );
}

interface PinyinProps {
  letters: string;
  lexicon: Generation['lexicon'];
  onKey(key: Key): void;
}

function Pinyin({ letters, lexicon, onKey }: PinyinProps) {
  const { t } = useWords();
  const offer = useCandidates(letters, lexicon);
  const offered = letters === '' ? [] : offer.candidates;
  return (
    <>
      <CandidateBar
        words={offered.map(({ word }) => word)}
        of={offer.letters}
        note={offer.failed ? t.input.noCandidates : undefined}
        onChoose={index => {
          const candidate = offered[index];
          // What came for the letters before does not fit these.
          if (candidate !== undefined && offer.letters === letters) onKey({ type: 'candidate', candidate });
        }}
      />
      <KeyRows rows={letterRows} name={t.input.keyboard} onCharacter={letter => onKey({ type: 'letter', letter })}>
        <DeleteKey onKey={onKey} />
      </KeyRows>
    </>
  );
}
