import './candidate-bar.css';
import type { Generation } from '../../content/model/generation.ts';
import { useWords } from '../locales/use-words.ts';
import { candidatesFor } from './candidates.ts';
import type { Key } from './typing.ts';

const mostCandidates = 14;

interface CandidateBarProps {
  lexicon: Generation['lexicon'];
  letters: string;
  onKey(key: Key): void;
}

/** Chinese words for the letters; the row keeps its height when it is empty so that no key moves under the finger. */
export function CandidateBar({ lexicon, letters, onKey }: CandidateBarProps) {
  const { t } = useWords();
  return (
    <fieldset class="candidate-bar" aria-label={t.find.candidates} key={letters}>
      {candidatesFor(lexicon, letters, mostCandidates).map(candidate => (
        <button key={candidate.word} type="button" onClick={() => onKey({ type: 'candidate', candidate })}>
          {candidate.word}
        </button>
      ))}
    </fieldset>
  );
}
