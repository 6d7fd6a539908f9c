import type { Matter } from '../../model/matter.ts';
import { type Answers, holds, type Situation, situationOf } from '../../model/situation.ts';

/** The questions of a matter as they are asked, down to the situations they lead to. */
export type TreeNode =
  | { kind: 'question'; ask: string; branches: Branch[] }
  | { kind: 'situation'; situation: Situation };

export interface Branch {
  label: string;
  isDefault: boolean;
  child: TreeNode;
}

export function situationTree(matter: Matter, answers: Answers = {}, from = 0): TreeNode {
  const at = matter.questions.findIndex((question, index) => index >= from && holds(question.when, answers));
  const question = matter.questions[at];
  if (question === undefined) return { kind: 'situation', situation: situationOf(matter, answers) };
  return {
    kind: 'question',
    ask: question.ask.zh,
    branches: question.options.map(({ id, label, default: isDefault }) => ({
      label: label.zh,
      isDefault: isDefault === true,
      child: situationTree(matter, { ...answers, [question.id]: id }, at + 1),
    })),
  };
}
