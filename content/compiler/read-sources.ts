import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { Refusal } from '../common/faults.ts';
import { type LifeEvent, lifeEventSchema } from '../model/life-event.ts';
import { type Matter, matterSchema } from '../model/matter.ts';
import { type Place, placeSchema } from '../model/place.ts';
import type { Problem } from './problem.ts';
import { parseSource, type SourceFile } from './source-file.ts';

/** All sources of a content folder that parsed, and what was wrong with the others. */
export interface Sources {
  matters: SourceFile<Matter>[];
  places: SourceFile<Place>[];
  lifeEvents: SourceFile<LifeEvent[]>[];
  problems: Problem[];
}

/**
 * Reads `district/matters/**`, `district/life-events.yaml` and `townships/<code>-<pinyin>/place.yaml` below `folder`.
 * @throws Refusal content-unreadable when the folder is not there
 */
export async function readSources(folder: string): Promise<Sources> {
  const files = await yamlFiles(folder);
  const sources: Sources = { matters: [], places: [], lifeEvents: [], problems: [] };
  for (const file of files) {
    const text = await readFile(join(folder, file), 'utf8');
    if (/^district\/matters\//.test(file)) collect(sources, sources.matters, parseSource(file, text, matterSchema));
    else if (file === 'district/life-events.yaml')
      collect(sources, sources.lifeEvents, parseSource(file, text, z.array(lifeEventSchema)));
    else if (/^townships\/[^/]+\/place\.yaml$/.test(file))
      collect(sources, sources.places, parseSource(file, text, placeSchema));
    else sources.problems.push(strayFile(file));
  }
  return sources;
}

function collect<T>(sources: Sources, list: SourceFile<T>[], result: ReturnType<typeof parseSource>): void {
  if (result.source === null) sources.problems.push(...result.problems);
  else list.push(result.source as SourceFile<T>);
}

async function yamlFiles(folder: string): Promise<string[]> {
  const found: string[] = [];
  for (const part of ['city', 'district', 'townships']) {
    const names = await readdir(join(folder, part), { recursive: true }).catch(() => {
      // The city's layer may be missing; a folder without district and townships is no content folder.
      if (part === 'city') return [];
      throw new Refusal('content-unreadable', join(folder, part));
    });
    found.push(...names.filter(name => /\.ya?ml$/.test(name)).map(name => join(part, name)));
  }
  return found.sort();
}

function strayFile(file: string): Problem {
  return {
    severity: 'error',
    file,
    line: 0,
    rule: 'stray-file',
    message: 'this file has no place in the content folder and would be shown nowhere',
    mend: 'Put matters into district/matters/<field>/, places into townships/<code>-<pinyin>/place.yaml.',
  };
}
