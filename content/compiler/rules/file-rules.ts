import { basename, dirname } from 'node:path';
import type { Matter } from '../../model/matter.ts';
import type { Place } from '../../model/place.ts';
import type { Sources } from '../read-sources.ts';
import type { SourceFile } from '../source-file.ts';
import type { Finding } from './finding.ts';

/** A file is found by its name: field and id of a matter, code of a place. */
export function matterFileFindings({ file, value }: SourceFile<Matter>): Finding[] {
  const expected = `${value.field}/${value.id}.yaml`;
  return file.endsWith(`/${expected}`)
    ? []
    : [misnamed(['id'], `the file should be ${expected}`, 'Rename the file after field and id.')];
}

export function placeFileFindings({ file, value }: SourceFile<Place>): Finding[] {
  return basename(dirname(file)).startsWith(`${value.code}-`)
    ? []
    : [misnamed(['code'], `the folder should begin with ${value.code}-`, 'Rename the folder, or mend the code.')];
}

function misnamed(path: Finding['path'], message: string, mend: string): Finding {
  return { path, rule: 'file-name', message, mend: `${mend} This is how others find it.` };
}

/** An id is given once: those of matters, codes of places and ids of life events. One entry for each second use. */
export function duplicateFindings(sources: Sources): [SourceFile<unknown>, Finding[]][] {
  return [
    ...repeated(sources.matters, matter => [[matter.id, ['id']]]),
    ...repeated(sources.places, place => [[place.code, ['code']]]),
    ...repeated(sources.lifeEvents, events => events.map((event, index) => [event.id, [index, 'id']])),
    ...repeated(sources.matters, matter => codeAt(matter, 'implementationCode'), 'duplicate-code'),
    ...repeated(sources.matters, matter => codeAt(matter, 'handlingItemCode'), 'duplicate-code'),
  ];
}

/** An item that is cut up into matters has one implementation code for them and handling item codes that tell them apart. */
function codeAt(matter: Matter, key: 'implementationCode' | 'handlingItemCode'): [string, Finding['path']][] {
  if (key === 'implementationCode' && matter.handlingItemCode !== undefined) return [];
  const code = matter[key];
  return code === undefined ? [] : [[code, [key]]];
}

function repeated<T>(
  list: SourceFile<T>[],
  idsOf: (value: T) => [id: string, path: Finding['path']][],
  rule = 'duplicate-id',
): [SourceFile<unknown>, Finding[]][] {
  const first = new Map<string, string>();
  return list.flatMap(source =>
    idsOf(source.value).flatMap(([id, path]): [SourceFile<unknown>, Finding[]][] => {
      const file = first.get(id);
      if (file === undefined) {
        first.set(id, source.file);
        return [];
      }
      const message = `${id} is already used in ${file}`;
      const mend = 'An id is given once and never again: choose another.';
      return [[source, [{ path, rule, message, mend }]]];
    }),
  );
}
