import type { Problem } from '../problem.ts';
import type { Sources } from '../read-sources.ts';
import { channelFindings } from './channel-rules.ts';
import { duplicateFindings, lifeEventFindings, matterFileFindings, placeFileFindings } from './file-rules.ts';
import { toProblems } from './finding.ts';
import { questionFindings } from './question-rules.ts';

/** Rules that no single value can break: references, uniqueness, reachability, contradictions. */
export function checkRules(sources: Sources): Problem[] {
  const lifeEvents = new Set(sources.lifeEvents.flatMap(source => source.value.map(event => event.id)));
  return [
    ...duplicateFindings(sources).flatMap(([source, findings]) => toProblems(source, findings)),
    ...sources.places.flatMap(source => toProblems(source, placeFileFindings(source))),
    ...sources.matters.flatMap(source =>
      toProblems(source, [
        ...matterFileFindings(source),
        ...lifeEventFindings(source.value, lifeEvents),
        ...questionFindings(source.value),
        ...channelFindings(source.value),
      ]),
    ),
  ];
}
