import { codeProblems } from '../../codes/registry-rules.ts';
import type { FontGlyphs } from '../font-glyphs.ts';
import type { Problem } from '../problem.ts';
import type { Sources } from '../read-sources.ts';
import { sourceReadings } from '../readings.ts';
import type { SourceFile } from '../source-file.ts';
import { aliasFindings } from './alias-rules.ts';
import { calendarProblems } from './calendar-rules.ts';
import { channelFindings, completenessFindings } from './channel-rules.ts';
import { codeFindings } from './code-rules.ts';
import { dateFindings, noticeFindings } from './date-rules.ts';
import { duplicateFindings, matterFileFindings, placeFileFindings } from './file-rules.ts';
import { type Finding, toProblems } from './finding.ts';
import { glyphFindings } from './glyph-rules.ts';
import { limitFindings } from './limit-rules.ts';
import { overlayFindings } from './overlay-rules.ts';
import { questionFindings } from './question-rules.ts';
import { readingFindings, readingsFileFindings } from './reading-rules.ts';
import { matterReferenceFindings, placeReferenceFindings } from './reference-rules.ts';
import { wordsFindings } from './words-rules.ts';

export interface RuleSurroundings {
  /** ISO date: what is past and what is soon. */
  today: string;
  glyphs: FontGlyphs;
}

/** Rules that no single value can break: references, uniqueness, reachability, contradictions, words, dates. */
export function checkRules(sources: Sources, { today, glyphs }: RuleSurroundings): Problem[] {
  const matters = new Map(sources.matters.map(({ value }) => [value.id, value]));
  const places = new Set(sources.places.map(({ value }) => value.code));
  const lifeEvents = new Set(sources.lifeEvents.flatMap(({ value }) => value.map(event => event.id)));
  const readings = sourceReadings(sources);
  const matterIds = new Set(matters.keys());
  // A file that could not be read would make good references look broken.
  const whole = sources.problems.length === 0;

  return [
    ...duplicateFindings(sources).flatMap(([source, findings]) => toProblems(source, findings)),
    ...aliasFindings(sources.matters).flatMap(([source, findings]) => toProblems(source, findings)),
    ...each(sources.places, source => [
      ...placeFileFindings(source),
      ...(whole ? placeReferenceFindings(source.value, matterIds) : []),
      ...readingFindings(placeNames(source.value), readings),
    ]),
    ...each(sources.matters, source => [
      ...matterFileFindings(source),
      ...matterReferenceFindings(source.value, lifeEvents),
      ...questionFindings(source.value),
      ...limitFindings(source.value),
      ...channelFindings(source.value),
      ...completenessFindings(source.value),
      ...codeFindings(source.value),
      ...dateFindings(source.value, today),
      ...readingFindings(matterNames(source.value), readings),
    ]),
    ...each(sources.overlays, source => [
      ...(whole ? overlayFindings(source, matters, places) : []),
      ...noticeFindings(source.value, today),
      ...readingFindings(overlayNames(source.value), readings),
    ]),
    ...each(sources.readings, ({ value }) => readingsFileFindings(value)),
    ...each<unknown>([...sources.matters, ...sources.lifeEvents, ...sources.overlays], ({ value }) =>
      wordsFindings(value),
    ),
    ...(glyphs.known
      ? each<unknown>(shown(sources), ({ value }) => glyphFindings(value, glyphs.has))
      : [unasked(glyphs.why)]),
    ...codeProblems(sources),
    ...calendarProblems(sources, today),
  ];
}

function each<T>(sources: readonly SourceFile<T>[], findings: (source: SourceFile<T>) => Finding[]): Problem[] {
  return sources.flatMap(source => toProblems(source, findings(source)));
}

/** Everything whose words a screen draws. */
function shown({ matters, places, lifeEvents, overlays }: Sources): SourceFile<unknown>[] {
  return [...matters, ...places, ...lifeEvents, ...overlays];
}

type Names = Parameters<typeof readingFindings>[0];

function matterNames({ name, aliases }: Sources['matters'][number]['value']): Names {
  return [{ path: ['name'], name: name.zh }, ...aliases.map((name, at) => ({ path: ['aliases', at], name }))];
}

function placeNames({ unit, villages }: Sources['places'][number]['value']): Names {
  return [{ path: ['unit'], name: unit.zh }, ...villages.map(({ name }, at) => ({ path: ['villages', at], name }))];
}

function overlayNames({ matters }: Sources['overlays'][number]['value']): Names {
  return Object.entries(matters).flatMap(([id, { aliases }]) =>
    aliases.map((name, at) => ({ path: ['matters', id, 'aliases', at], name })),
  );
}

function unasked(why: string): Problem {
  return {
    ...{ severity: 'warning', file: '', line: 0, rule: 'font-unknown' },
    message: `nobody looked whether the terminal’s font has every character: ${why}`,
    mend: 'Run scripts/setup.sh, or check on a machine that has fontconfig and fonts-noto-cjk.',
  };
}
