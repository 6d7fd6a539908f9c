import { Eraser, Undo2 } from 'lucide';
import { useState } from 'preact/hooks';
import { useWords } from '../../locales/use-words.ts';
import { Icon } from '../../ui/icon.tsx';
import { CandidateBar } from '../candidate-bar.tsx';
import { DeleteKey } from '../delete-key.tsx';
import type { Key } from '../typing.ts';
import { Pad } from './pad.tsx';
import type { Stroke } from './stroke.ts';
import { useLikelyCharacters } from './use-likely-characters.ts';

/** One character at a time; what it may be is offered after each stroke. */
export function Handwriting({ onKey }: { onKey(key: Key): void }) {
  const { t } = useWords();
  const [strokes, setStrokes] = useState<readonly Stroke[]>([]);
  const { characters, failed } = useLikelyCharacters(strokes);
  const offered = strokes.length === 0 ? [] : characters;
  return (
    <>
      <CandidateBar
        words={offered}
        of={`${strokes.length}`}
        few
        note={failed ? t.input.noHandwriting : undefined}
        onChoose={index => {
          onKey({ type: 'character', character: offered[index] ?? '' });
          setStrokes([]);
        }}
      />
      <fieldset class="pad-row" aria-label={t.input.modes.hand}>
        <Pad
          strokes={strokes}
          name={t.input.pad}
          hint={t.input.padHint}
          onStroke={stroke => setStrokes(before => [...before, stroke])}
        />
        <div class="pad-side">
          <button
            type="button"
            class="key key-wide"
            disabled={strokes.length === 0}
            onClick={() => setStrokes(strokes.slice(0, -1))}
          >
            <Icon of={Undo2} />
            {t.input.undoStroke}
          </button>
          <button type="button" class="key key-wide" disabled={strokes.length === 0} onClick={() => setStrokes([])}>
            <Icon of={Eraser} />
            {t.input.writeAgain}
          </button>
          <DeleteKey onKey={onKey} />
        </div>
      </fieldset>
    </>
  );
}
