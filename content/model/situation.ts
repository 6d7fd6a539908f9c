import type { Condition, Material, Matter, Question } from './matter.ts';
import type { Step } from './procedure.ts';

/** What the citizen answered: question id -> option id. Answers to questions no longer asked are kept but do not count. */
export type Answers = Readonly<Record<string, string>>;

/** A matter seen from one situation (情形): the answers given or assumed, and what follows from them. */
export interface Situation {
  /** Asked questions in order, each with the option that counts and whether the citizen chose it. */
  questions: { question: Question; optionId: string; chosen: boolean }[];
  /** Stable name of the situation, used in addresses: the option ids joined by dots, or `all` when nothing is asked. */
  key: string;
  bring: Material[];
  optional: Material[];
  later: Material[];
  /** Not needed, because shared data gives it. */
  exempt: Material[];
  limit: Matter['limits'][number];
  fee: Matter['fees'][number];
  steps: Step[];
}

/** Replays the answers over the matter's questions; unanswered questions count with their default option. */
export function situationOf(matter: Matter, answers: Answers): Situation {
  const counted: Record<string, string> = {};
  const questions: Situation['questions'] = [];
  for (const question of matter.questions) {
    if (!holds(question.when, counted)) continue;
    const answer = answers[question.id];
    const chosen = question.options.some(option => option.id === answer);
    const optionId = chosen && answer !== undefined ? answer : defaultOptionId(question);
    counted[question.id] = optionId;
    questions.push({ question, optionId, chosen });
  }
  const materials = matter.materials.filter(material => holds(material.when, counted));
  const own = materials.filter(material => material.sharedBy === undefined);
  return {
    questions,
    key: questions.map(({ optionId }) => optionId).join('.') || 'all',
    bring: own.filter(material => material.need === 'must'),
    optional: own.filter(material => material.need === 'optional'),
    later: own.filter(material => material.need === 'later'),
    exempt: materials.filter(material => material.sharedBy !== undefined),
    limit: firstHolding(matter.limits, counted),
    fee: firstHolding(matter.fees, counted),
    steps: matter.steps.filter(step => holds(step.when, counted)),
  };
}

/** Every set of answers that leads to a situation of its own, the default first. */
export function allAnswers(matter: Matter): Answers[] {
  let sets: Record<string, string>[] = [{}];
  for (const question of matter.questions) {
    sets = sets.flatMap(set => {
      if (!holds(question.when, set)) return [set];
      const fallback = defaultOptionId(question);
      const ids = question.options.map(option => option.id);
      const ordered = [fallback, ...ids.filter(id => id !== fallback)];
      return ordered.map(id => ({ ...set, [question.id]: id }));
    });
  }
  return sets;
}

export function holds(condition: Condition | undefined, answers: Answers): boolean {
  return Object.entries(condition ?? {}).every(([questionId, optionIds]) =>
    optionIds.includes(answers[questionId] ?? ''),
  );
}

function defaultOptionId(question: Question): string {
  const option = question.options.find(option => option.default) ?? question.options[0];
  if (option === undefined) throw new Error(`question ${question.id} has no options`);
  return option.id;
}

/** The content check refuses a matter in which no entry holds, so the last one stands for the rest. */
function firstHolding<T extends { when?: Condition | undefined }>(entries: readonly T[], answers: Answers): T {
  const entry = entries.find(entry => holds(entry.when, answers)) ?? entries.at(-1);
  if (entry === undefined) throw new Error('a matter needs at least one limit and one fee');
  return entry;
}
