import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { Refusal } from '../../../content/common/faults.ts';
import { localDate } from '../../../content/common/local-date.ts';
import { compileRecords, packAt } from '../../../content/compiler/compile.ts';
import { problemLine } from '../../../content/compiler/problem.ts';
import { readSources } from '../../../content/compiler/read-sources.ts';
import { openIndex } from '../../../content/model/search/open-index.ts';
import { createSearcher, type Searcher, type SearchHit } from '../../../content/model/search/search.ts';
import { defaultPaths } from '../../paths.ts';
import { type CommandDefinition, type CommandInput, textOption, UsageError } from '../command-line.ts';
import { type LabelledQuery, scoreSearch } from './search-score.ts';

const casesSchema = z.array(z.strictObject({ query: z.string(), relevant: z.array(z.string()).min(1) })).min(1);
const listed = 10;
/** The place that `npm start` shows. */
const defaultPlace = '331003107';

/** `content search`: the kiosk's own search over the sources. */
export const search: CommandDefinition = {
  summary: 'Finds matters as the kiosk does, and shows why; or scores a file of labelled queries',
  usage: 'search QUERY... | --cases FILE [--source DIR] [--place CODE]',
  options: { cases: { type: 'string' }, source: { type: 'string' }, place: { type: 'string' } },
  async run({ values, positionals, say }) {
    const file = textOption(values, 'cases');
    if ((file === undefined) === (positionals.length === 0))
      throw new UsageError('search takes a QUERY or --cases FILE');
    const cases = file === undefined ? null : await readCases(file);
    const { searcher, ids } = await searcherOf(values);
    const date = localDate(new Date());
    if (cases !== null) return { result: sayScore(scoreSearch(searcher, cases, { ids, date }), say) };
    const query = positionals.join(' ');
    const hits = searcher.search(query, { limit: listed, date });
    for (const hit of hits) say(hitLine(hit));
    if (hits.length === 0) say(`Nothing was found for ${query}.`);
    return { result: { query, hits } };
  },
};

/** @throws Refusal when the sources cannot be read */
async function searcherOf(values: CommandInput['values']): Promise<{ searcher: Searcher; ids: ReadonlySet<string> }> {
  const sources = await readSources(textOption(values, 'source') ?? defaultPaths.contentSource);
  const [broken] = sources.problems;
  if (broken !== undefined) throw new Refusal('content-invalid', problemLine(broken));
  const place = textOption(values, 'place') ?? defaultPlace;
  const { generation, searchIndex } = packAt(compileRecords(sources), place);
  if (textOption(values, 'place') !== undefined && !generation.places.some(({ code }) => code === place))
    throw new UsageError(`there is no place ${place}`);
  return { searcher: createSearcher(openIndex(searchIndex)), ids: new Set(generation.matters.map(({ id }) => id)) };
}

/** @throws Refusal when the file is not what it should be */
async function readCases(file: string): Promise<LabelledQuery[]> {
  try {
    return casesSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (error) {
    throw new Refusal('search-cases-invalid', `${file}: ${whyInvalid(error)}`);
  }
}

function whyInvalid(error: unknown): string {
  if (!(error instanceof z.ZodError)) return error instanceof Error ? error.message : String(error);
  const [first] = error.issues;
  return `${first?.path.join('.') ?? ''}: ${first?.message ?? ''}`;
}

/** The matched characters stand in brackets. */
function hitLine({ matterId, score, text, ranges }: SearchHit): string {
  const chars = Array.from(text);
  let at = 0;
  let marked = '';
  for (const [start, end] of ranges) {
    marked += `${chars.slice(at, start).join('')}[${chars.slice(start, end).join('')}]`;
    at = end;
  }
  return `${String(Math.round(score)).padStart(5)}  ${matterId.padEnd(34)} ${marked}${chars.slice(at).join('')}`;
}

function sayScore(score: ReturnType<typeof scoreSearch>, say: CommandInput['say']) {
  const { missed, unknownIds, ...figures } = score;
  for (const [key, value] of Object.entries(figures)) say(`${key.padEnd(12)} ${value}`);
  for (const { query, relevant, found } of missed)
    say(`missed  ${query}: ${relevant.join(', ')}; found ${found.join(', ')}`);
  if (unknownIds.length > 0) say(`unknown ids: ${unknownIds.join(', ')}`);
  return { ...figures, ...(unknownIds.length > 0 ? { unknownIds } : {}) };
}
