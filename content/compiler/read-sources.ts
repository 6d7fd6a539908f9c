import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type RegistryInFile, readRegistry } from '../codes/registry-file.ts';
import { Refusal } from '../common/faults.ts';
import { type Calendar, calendarSchema } from '../model/calendar.ts';
import { type LifeEvent, lifeEventSchema } from '../model/life-event.ts';
import { type Matter, matterSchema } from '../model/matter.ts';
import { type Overlay, overlaySchema } from '../model/overlay.ts';
import { type Place, placeSchema } from '../model/place.ts';
import { overlayProblem } from './overlay-owners.ts';
import type { Problem } from './problem.ts';
import { type IssueProblem, parseSource, type SourceFile } from './source-file.ts';

/** Folders of sources: one for each level. */
export const sourceParts = ['city', 'district', 'townships'] as const;

/** All sources of a content folder that parsed, and what was wrong with the others. */
export interface Sources {
  /** Of the city and of the district. */
  matters: SourceFile<Matter>[];
  places: SourceFile<Place>[];
  lifeEvents: SourceFile<LifeEvent[]>[];
  /** Of the district and of the townships. */
  overlays: SourceFile<Overlay>[];
  /** What the city writes over the kept library of public holidays. */
  calendars: SourceFile<Calendar[]>[];
  /** Names whose reading the dictionary does not know. */
  readings: SourceFile<Record<string, string>>[];
  /** Every QR code given so far. What it lacks, publishing gives (content/codes/allocate.ts). */
  registry: RegistryInFile;
  problems: Problem[];
}

type Kind = Exclude<keyof Sources, 'problems' | 'registry'>;

export const readingsSchema = z.record(z.string().min(1), z.string().min(1));

/** Which file below the content folder is what. */
const kinds: { kind: Kind; path: RegExp; schema: z.ZodType; problem?: IssueProblem }[] = [
  { kind: 'matters', path: /^(city|district)\/matters\//, schema: matterSchema },
  { kind: 'lifeEvents', path: /^district\/life-events\.yaml$/, schema: z.array(lifeEventSchema) },
  { kind: 'places', path: /^townships\/[^/]+\/place\.yaml$/, schema: placeSchema },
  {
    kind: 'overlays',
    path: /^(district|townships\/\d{9}-[^/]+)\/overlay\.yaml$/,
    schema: overlaySchema,
    problem: overlayProblem,
  },
  { kind: 'calendars', path: /^city\/calendar\.yaml$/, schema: z.array(calendarSchema) },
  { kind: 'readings', path: /^city\/readings\.yaml$/, schema: readingsSchema },
];

/**
 * Reads the YAML files of `city`, `district` and `townships` below `folder`.
 * @throws Refusal content-unreadable when the folder is not there
 */
export async function readSources(folder: string): Promise<Sources> {
  const sources: Sources = {
    ...{ matters: [], places: [], lifeEvents: [], overlays: [], calendars: [], readings: [] },
    registry: await readRegistry(folder),
    problems: [],
  };
  for (const file of await yamlFiles(folder)) {
    const entry = kinds.find(({ path }) => path.test(file));
    if (entry === undefined) {
      sources.problems.push(strayFile(file));
      continue;
    }
    const text = utf8(await readFile(join(folder, file)));
    if (text === null) {
      sources.problems.push(notUtf8(file));
      continue;
    }
    const { source, problems } = parseSource(file, text, entry.schema, entry.problem);
    sources.problems.push(...problems);
    if (source !== null) (sources[entry.kind] as SourceFile<unknown>[]).push(source);
  }
  return sources;
}

async function yamlFiles(folder: string): Promise<string[]> {
  const found: string[] = [];
  for (const part of sourceParts) {
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
    mend: 'Put matters into city/matters/<field>/ or district/matters/<field>/, places and overlays into townships/<code>-<pinyin>/.',
  };
}

/** Null when the bytes are in another encoding. */
function utf8(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function notUtf8(file: string): Problem {
  return {
    severity: 'error',
    file,
    line: 0,
    rule: 'encoding',
    message: 'this file is not UTF-8 (saved as GBK / ANSI?): no word of it can be read for sure',
    mend: 'Save it anew with the encoding UTF-8.',
  };
}
