import { Fragment } from 'preact';

let segmenter: Intl.Segmenter | undefined;
const isChinese = /\p{Script=Han}/u;

/** Chinese in large letters, which may break between two words but not within one. */
export function Phrase({ of: text }: { of: string }) {
  if (!isChinese.test(text)) return <>{text}</>;
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  return (
    <span class="phrase">
      {[...segmenter.segment(text)].map(({ index, segment }) => (
        <Fragment key={index}>
          {/* A character alone is the end of the word before it, or a mark. */}
          {index > 0 && segment.length > 1 && <wbr />}
          {segment}
        </Fragment>
      ))}
    </span>
  );
}
