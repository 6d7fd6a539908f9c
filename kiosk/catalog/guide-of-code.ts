import type { Generation } from '../../content/model/generation.ts';
import { type Answers, allAnswers, situationOf } from '../../content/model/situation.ts';
import { matterById } from './selection.ts';

export interface FoundGuide {
  matterId: string;
  /** The answers of the situation that the code was given for. */
  answers: Answers;
}

/** The guide, in its situation, that a code from a poster, a checklist or another screen stands for; null: none of this terminal's. */
export function guideOfCode(generation: Generation, codeId: string): FoundGuide | null {
  for (const [matterId, situations] of Object.entries(generation.codes)) {
    const key = Object.keys(situations).find(key => situations[key] === codeId);
    const matter = key === undefined ? undefined : matterById(generation, matterId);
    if (matter === undefined) continue;
    // A situation that is asked no more: the guide itself is still what was wanted.
    return { matterId, answers: allAnswers(matter).find(set => situationOf(matter, set).key === key) ?? {} };
  }
  return null;
}
