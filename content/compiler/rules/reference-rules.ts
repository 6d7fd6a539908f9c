import { certificateKinds, isCertificateKind } from '../../model/certificate-kinds.ts';
import { isCompletePhone } from '../../model/contacts.ts';
import type { Matter } from '../../model/matter.ts';
import type { Place } from '../../model/place.ts';
import { incompletePhone } from './channel-rules.ts';
import type { Finding } from './finding.ts';

/** Life events and kinds of certificate that a matter names must exist. */
export function matterReferenceFindings(matter: Matter, lifeEvents: ReadonlySet<string>): Finding[] {
  const certificate = matter.ends.terminal?.certificate;
  return [
    ...matter.lifeEvents.flatMap((id, index): Finding[] =>
      lifeEvents.has(id)
        ? []
        : [
            broken(
              ['lifeEvents', index],
              `life event ${id} does not exist`,
              `Use one of: ${[...lifeEvents].join(', ')}, or add it to district/life-events.yaml.`,
            ),
          ],
    ),
    ...(certificate === undefined || isCertificateKind(certificate)
      ? []
      : [
          broken(
            ['ends', 'terminal', 'certificate'],
            `the platform issues no certificate ${certificate}`,
            `Use one of: ${certificateKinds.join(', ')}.`,
          ),
        ]),
  ];
}

/** What a place says it handles and whom its agents serve must exist. */
export function placeReferenceFindings(place: Place, matters: ReadonlySet<string>): Finding[] {
  const villages = new Set(place.villages.map(({ code }) => code));
  const handled: [path: Finding['path'], ids: readonly string[]][] = [
    [['handles', 'matters'], place.handles?.matters ?? []],
    ...place.counters.map(({ matters }, index): [Finding['path'], string[]] => [
      ['counters', index, 'matters'],
      matters,
    ]),
  ];
  const phones: [path: Finding['path'], phone: string][] = [
    [['phone'], place.phone],
    ...place.otherPhones.map(({ phone }, index): [Finding['path'], string] => [['otherPhones', index, 'phone'], phone]),
    ...place.agents.map(({ phone }, index): [Finding['path'], string] => [['agents', index, 'phone'], phone]),
  ];
  return [
    ...handled.flatMap(([path, ids]) =>
      ids.flatMap((id, index) => (matters.has(id) ? [] : [noMatter([...path, index], id)])),
    ),
    ...place.agents.flatMap((agent, index) =>
      agent.villages.flatMap((code, at) =>
        villages.has(code)
          ? []
          : [broken(['agents', index, 'villages', at], `no village ${code} here`, 'Use a code from villages below.')],
      ),
    ),
    ...phones.flatMap(([path, phone]) => (isCompletePhone(phone) ? [] : [incompletePhone(path)])),
  ];
}

export function noMatter(path: Finding['path'], id: string): Finding {
  return broken(path, `there is no matter ${id}`, 'Use the id of a matter: the name of its file.');
}

export function broken(path: Finding['path'], message: string, mend: string): Finding {
  return { path, rule: 'broken-reference', message, mend };
}
