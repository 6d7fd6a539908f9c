import type { Matter } from '../model/matter.ts';
import { allAnswers, holds } from '../model/situation.ts';
import type { Problem } from './problem.ts';
import type { Sources } from './read-sources.ts';
import type { SourceFile } from './source-file.ts';

/** Situations of one matter above which a citizen is asked too much and the phone pages become too many. */
const mostSituations = 32;

type Finding = { path: readonly PropertyKey[]; rule: string; message: string; mend: string; severity?: 'warning' };

/** Rules that no single value can break: references, uniqueness, reachability, contradictions. */
export function checkRules(sources: Sources): Problem[] {
  return [
    ...uniqueIds(sources.matters, matter => matter.id),
    ...uniqueIds(sources.places, place => place.code),
    ...sources.matters.flatMap(source =>
      findingsToProblems(source, matterFindings(source.value, knownLifeEvents(sources))),
    ),
    ...sources.matters.flatMap(source => findingsToProblems(source, fileNameFindings(source))),
  ];
}

function knownLifeEvents(sources: Sources): Set<string> {
  return new Set(sources.lifeEvents.flatMap(source => source.value.map(event => event.id)));
}

function matterFindings(matter: Matter, lifeEvents: Set<string>): Finding[] {
  return [...referenceFindings(matter, lifeEvents), ...questionFindings(matter), ...channelFindings(matter)];
}

function referenceFindings(matter: Matter, lifeEvents: Set<string>): Finding[] {
  return matter.lifeEvents
    .map((id, index): Finding | null =>
      lifeEvents.has(id)
        ? null
        : {
            path: ['lifeEvents', index],
            rule: 'broken-reference',
            message: `life event ${id} does not exist`,
            mend: `Use one of: ${[...lifeEvents].join(', ')}, or add it to district/life-events.yaml.`,
          },
    )
    .filter(finding => finding !== null);
}

function questionFindings(matter: Matter): Finding[] {
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
  for (const kind of ['materials', 'limits', 'fees'] as const)
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
      findings.push({
        path: ['questions', index],
        rule: 'unreachable',
        message: `question ${question.id} is never asked`,
        mend: 'Mend its when, or delete it.',
      });
  for (const [index, material] of matter.materials.entries())
    if (!sets.some(set => holds(material.when, set)))
      findings.push({
        path: ['materials', index],
        rule: 'unreachable',
        message: `material ${material.id} is never needed`,
        mend: 'Mend its when, or delete it.',
      });
  return findings;
}

/** What a provincial checker applies to channels, visits and phones. */
function channelFindings(matter: Matter): Finding[] {
  const findings: Finding[] = [];
  const { ends, visits, phones } = matter;
  if (phones.consult === phones.complaint)
    findings.push({
      path: ['phones', 'complaint'],
      rule: 'same-phone',
      message: 'consultation and complaint phone are the same',
      mend: 'Complaints go to another number, 12345 for example.',
    });
  if (visits.count > 0 && (ends.web?.depth === 'IV' || ends.phone?.depth === 'IV'))
    findings.push({
      path: ['visits'],
      rule: 'depth-visits',
      message: 'depth IV means that nobody needs to come',
      mend: 'Set visits.count to 0, or lower the depth to III.',
    });
  if (visits.count === 0 && !ends.web && !ends.phone && ends.terminal?.service !== 'certificate')
    findings.push({
      path: ['visits'],
      rule: 'depth-visits',
      message: '0 visits, but it can be handled neither online nor at a terminal',
      mend: 'Name the online end, or say how many visits and why.',
    });
  if (!ends.web && !ends.phone && !ends.window && !ends.terminal)
    findings.push({
      path: ['ends'],
      rule: 'no-end',
      message: 'it can be handled nowhere',
      mend: 'Name at least one of web, phone, window, terminal.',
    });
  if (matter.reviewBy === undefined)
    findings.push({
      path: [],
      severity: 'warning',
      rule: 'no-review-date',
      message: 'nobody is asked to look at this guide again',
      mend: 'Add reviewBy: a date within a year.',
    });
  return findings;
}

function fileNameFindings(source: SourceFile<Matter>): Finding[] {
  const expected = `${source.value.id}.yaml`;
  return source.file.endsWith(`/${source.value.field}/${expected}`)
    ? []
    : [
        {
          path: ['id'],
          rule: 'file-name',
          message: `the file should be ${source.value.field}/${expected}`,
          mend: 'Rename the file after field and id: this is how others find it.',
        },
      ];
}

function uniqueIds<T>(list: SourceFile<T>[], idOf: (value: T) => string): Problem[] {
  const seen = new Map<string, string>();
  return list.flatMap(source => {
    const id = idOf(source.value);
    const first = seen.get(id);
    if (first === undefined) {
      seen.set(id, source.file);
      return [];
    }
    return findingsToProblems(source, [
      {
        path: ['id'],
        rule: 'duplicate-id',
        message: `${id} is already used in ${first}`,
        mend: 'An id is given once and never again: choose another.',
      },
    ]);
  });
}

function findingsToProblems<T>(source: SourceFile<T>, findings: Finding[]): Problem[] {
  return findings.map(({ path, rule, message, mend, severity }) => ({
    severity: severity ?? 'error',
    file: source.file,
    line: source.lineOf(path),
    rule,
    message,
    mend,
  }));
}
