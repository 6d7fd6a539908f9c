import { pieces } from './pieces.ts';

/** Text with the matched characters marked. */
export function Marked({ text, ranges }: { text: string; ranges: readonly [number, number][] }) {
  return (
    <>
      {pieces(text, ranges).map(({ start, words, matched }) =>
        matched ? <mark key={start}>{words}</mark> : <span key={start}>{words}</span>,
      )}
    </>
  );
}
