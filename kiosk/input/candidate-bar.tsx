import './candidate-bar.css';
import { ChevronDown, ChevronUp } from 'lucide';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useWords } from '../locales/use-words.ts';
import { Icon } from '../ui/icon.tsx';

interface CandidateBarProps {
  /** Each once, the likeliest first. */
  words: readonly string[];
  /** What they are offered for; another one begins on the first page. */
  of: string;
  /** A few that all have room in one row. */
  few?: boolean;
  /** Said in the place of words. */
  note?: string | undefined;
  onChoose(index: number): void;
}

/** More are drawn when somebody turns the pages. */
const drawnAtFirst = 48;

/** Words to choose from, page by page; it keeps its height when it is empty so that no key moves under the finger. */
export function CandidateBar({ words, of, few = false, note, onChoose }: CandidateBarProps) {
  const { t } = useWords();
  const box = useRef<HTMLDivElement>(null);
  const [drawn, setDrawn] = useState(drawnAtFirst);
  const [ends, setEnds] = useState({ first: true, last: true });
  const look = (): void => {
    if (box.current === null) return;
    const { scrollTop, scrollHeight, clientHeight } = box.current;
    setEnds({ first: scrollTop < 1, last: scrollTop + clientHeight > scrollHeight - 1 });
  };
  useLayoutEffect(() => {
    setDrawn(drawnAtFirst);
    box.current?.scrollTo(0, 0);
  }, [of]);
  useLayoutEffect(look, [words, drawn, of]);
  const turn = (by: 1 | -1): void => {
    if (box.current === null) return;
    const { clientHeight } = box.current;
    const gap = Number.parseFloat(getComputedStyle(box.current).rowGap);
    box.current.scrollBy(0, by * (clientHeight + gap));
    if (by > 0) setDrawn(drawn + drawnAtFirst);
  };
  return (
    <fieldset class={`candidate-bar ${few ? 'candidate-bar-few' : ''}`} aria-label={t.input.candidates}>
      <div class="candidate-words" ref={box} onScroll={look}>
        {note !== undefined && <p>{note}</p>}
        {words.slice(0, drawn).map((word, index) => (
          <button key={word} type="button" onClick={() => onChoose(index)}>
            {word}
          </button>
        ))}
      </div>
      {(!ends.first || !ends.last) && (
        <div class="candidate-turn">
          <button type="button" aria-label={t.input.earlier} disabled={ends.first} onClick={() => turn(-1)}>
            <Icon of={ChevronUp} />
          </button>
          <button type="button" aria-label={t.input.later} disabled={ends.last} onClick={() => turn(1)}>
            <Icon of={ChevronDown} />
          </button>
        </div>
      )}
    </fieldset>
  );
}
