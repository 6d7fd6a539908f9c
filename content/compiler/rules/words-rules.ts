import type { Finding } from './finding.ts';
import { jargon } from './jargon.ts';
import { textsOf } from './texts-of.ts';

/** Chinese characters a citizen takes in at once; longer sentences are read twice. */
const longestSentence = 40;
/** Words of laws, bodies and papers are theirs, not ours. */
const quoted = new Set([
  'name',
  'department',
  'delegatedBody',
  'legalBasis',
  'basis',
  'result',
  'sharedBy',
  'sharedLicence',
]);

/** Words for citizens: short sentences, no office language. `value` is a matter, a life event, an overlay or a place. */
export function wordsFindings(value: unknown): Finding[] {
  return textsOf(value)
    .filter(({ path }) => path.at(-1) === 'zh' && !path.some(key => quoted.has(String(key))))
    .flatMap(({ path, text }) => [...sentenceFindings(path, text), ...jargonFindings(path, text)]);
}

function sentenceFindings(path: Finding['path'], text: string): Finding[] {
  return text
    .split(/[。！？；\n]/)
    .map(sentence => ({ sentence, length: Array.from(sentence).length }))
    .filter(({ length }) => length > longestSentence)
    .map(({ sentence, length }) => ({
      ...{ path, severity: 'warning', rule: 'long-sentence' },
      message: `${length} characters in one sentence: ${sentence.slice(0, 12)}…`,
      mend: `Say it in two sentences, at most ${longestSentence} characters each.`,
    }));
}

function jargonFindings(path: Finding['path'], text: string): Finding[] {
  return jargon.flatMap(({ word, plain }): Finding[] => {
    const found = word.exec(text);
    if (found === null) return [];
    const message = `office language: ${found[0]}`;
    return [{ path, severity: 'warning', rule: 'jargon', message, mend: `Say it as people do: ${plain}.` }];
  });
}
