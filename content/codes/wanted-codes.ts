import type { Sources } from '../compiler/read-sources.ts';
import type { Matter } from '../model/matter.ts';
import { allAnswers, type Situation, situationOf } from '../model/situation.ts';
import { type CodeTarget, noSituation, type Purpose } from './code.ts';

export type CodedSources = Pick<Sources, 'matters' | 'places'>;

/** A code the sources call for, with the name it would get. */
export interface WantedCode extends CodeTarget {
  name: string;
}

/** Every code the sources call for, in their order: the default situation of a matter before its others. */
export function wantedCodes(sources: CodedSources): WantedCode[] {
  return [
    ...sources.matters.flatMap(({ value }) => matterCodes(value)),
    ...sources.places.map(
      ({ value }): WantedCode => ({
        purpose: 'place',
        subject: value.code,
        situation: noSituation,
        name: value.name.zh,
      }),
    ),
  ];
}

export function matterCodes(matter: Matter): WantedCode[] {
  const situations = allAnswers(matter).map(answers => situationOf(matter, answers));
  const codes = situationPurposes(matter).flatMap(purpose =>
    situations.map(
      (situation): WantedCode => ({
        purpose,
        subject: matter.id,
        situation: situation.key,
        name: situationName(matter, situation),
      }),
    ),
  );
  if (matter.ends.terminal?.certificate === undefined) return codes;
  return [...codes, { purpose: 'verify', subject: matter.id, situation: noSituation, name: matter.name.zh }];
}

/** An applicant of each kind gets a code where there is something to begin on the web or the phone. */
function situationPurposes({ audience, ends }: Matter): Purpose[] {
  if (ends.web === undefined && ends.phone === undefined) return ['guide'];
  return ['guide', ...audience.map((who): Purpose => `apply-${who}`)];
}

function situationName(matter: Matter, { questions }: Situation): string {
  const options = questions.map(
    ({ question, optionId }) => question.options.find(option => option.id === optionId)?.label.zh ?? optionId,
  );
  return [matter.name.zh, ...options].join(' · ');
}
