import type { Generation } from '../../../content/model/generation.ts';
import { answerQuestions, unpacked } from '../asked-worker.ts';
import type { Candidate } from '../typing.ts';
import { candidatesFor } from './candidates.ts';
import { ownWords } from './own-words.ts';
import { readWordFile, wordFileName } from './word-file.ts';

export interface ImeQuestion {
  letters: string;
  /** The words of the generation in force; only sent when they are others than before. */
  lexicon: Generation['lexicon'] | null;
}

const general = unpacked(wordFileName).then(async file => readWordFile(await file.text()));
let own = ownWords({});

answerQuestions<ImeQuestion, Candidate[]>(async ({ letters, lexicon }) => {
  if (lexicon !== null) own = ownWords(lexicon);
  return candidatesFor({ ...(await general), ...own }, letters);
});
