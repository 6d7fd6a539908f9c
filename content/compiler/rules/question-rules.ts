import type { Matter } from '../../model/matter.ts';
import { allAnswers, holds } from '../../model/situation.ts';
import type { Finding } from './finding.ts';

/** Situations of one matter above which a citizen is asked too much and the phone pages become too many. */
const mostSituations = 32;

/** Questions, conditions and what follows from the answers: complete, reachable, without contradiction. */
export function questionFindings(matter: Matter): Finding[] {
  const findings: Finding[] = [];
  matter.questions.forEach((question, index) => {
    const path = ['questions', index];
    const defaults = question.options.filter(option => option.default).length;
    if (defaults !== 1)
      findings.push({
        path,
        rule: 'one-default',
        message: `question ${question.id} has ${defaults} default options`,
        mend: 'Mark exactly one option with default: true, the one most people choose.',
      });
    if (new Set(question.options.map(option => option.id)).size !== question.options.length)
      findings.push({
        path,
        rule: 'duplicate-id',
        message: `question ${question.id} has two options with one id`,
        mend: 'Give each option its own id.',
      });
    findings.push(...conditionFindings(matter, question.when, [...path, 'when'], index));
  });
  if (new Set(matter.questions.map(question => question.id)).size !== matter.questions.length)
    findings.push({
      path: ['questions'],
      rule: 'duplicate-id',
      message: 'two questions have one id',
      mend: 'Give each question its own id.',
    });
  const all = matter.questions.length;
  for (const kind of ['materials', 'limits', 'fees', 'steps'] as const)
    matter[kind].forEach((entry, index) => {
      findings.push(...conditionFindings(matter, entry.when, [kind, index, 'when'], all));
    });
  if (findings.length > 0) return findings;
  return situationFindings(matter);
}

/** A condition may only name questions asked before it and their options. */
function conditionFindings(
  matter: Matter,
  condition: Record<string, string[]> | undefined,
  path: readonly PropertyKey[],
  before: number,
): Finding[] {
  return Object.entries(condition ?? {}).flatMap(([questionId, optionIds]): Finding[] => {
    const question = matter.questions.slice(0, before).find(question => question.id === questionId);
    if (question === undefined)
      return [
        {
          path: [...path, questionId],
          rule: 'broken-reference',
          message: `no earlier question ${questionId}`,
          mend: 'Name a question of this matter that is asked before.',
        },
      ];
    const known = question.options.map(option => option.id);
    return optionIds
      .filter(id => !known.includes(id))
      .map(id => ({
        path: [...path, questionId],
        rule: 'broken-reference',
        message: `question ${questionId} has no option ${id}`,
        mend: `Use one of: ${known.join(', ')}.`,
      }));
  });
}

function situationFindings(matter: Matter): Finding[] {
  const findings: Finding[] = [];
  const sets = allAnswers(matter);
  if (sets.length > mostSituations)
    findings.push({
      path: ['questions'],
      rule: 'too-many-situations',
      message: `${sets.length} situations`,
      mend: `Ask less: at most ${mostSituations} situations.`,
    });
  for (const kind of ['limits', 'fees'] as const)
    if (sets.some(set => !matter[kind].some(entry => holds(entry.when, set))))
      findings.push({
        path: [kind],
        rule: 'situation-without-value',
        message: `some situation has no entry of ${kind}`,
        mend: `Add a last entry of ${kind} without when.`,
      });
  for (const [index, question] of matter.questions.entries())
    if (!sets.some(set => question.id in set))
      findings.push(unreachable(['questions', index], `question ${question.id} is never asked`));
  for (const kind of ['materials', 'steps'] as const)
    for (const [index, entry] of matter[kind].entries())
      if (!sets.some(set => holds(entry.when, set)))
        findings.push(unreachable([kind, index, 'when'], 'no situation has it: its conditions never hold together'));
  for (const kind of ['limits', 'fees'] as const)
    for (const [index, entry] of matter[kind].entries())
      if (!sets.some(set => matter[kind].find(({ when }) => holds(when, set)) === entry))
        findings.push(
          unreachable([kind, index], 'it never counts: its conditions never hold, or an entry before it always does'),
        );
  return findings;
}

function unreachable(path: Finding['path'], message: string): Finding {
  return { path, rule: 'unreachable', message, mend: 'Mend its when, or delete it.' };
}
