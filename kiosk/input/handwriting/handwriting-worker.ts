import { answerQuestions, unpacked } from '../asked-worker.ts';
import { createMatcher } from './matcher.ts';
import type { Stroke } from './stroke.ts';
import { readStrokeFile, strokeFileName } from './stroke-file.ts';

export interface HandwritingQuestion {
  strokes: readonly Stroke[];
  limit: number;
}

const matcher = unpacked(strokeFileName).then(async file => {
  return createMatcher(readStrokeFile(new Uint8Array(await file.arrayBuffer())));
});

answerQuestions<HandwritingQuestion, string[]>(async ({ strokes, limit }) => (await matcher).match(strokes, limit));
