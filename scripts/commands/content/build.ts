import { join } from 'node:path';
import { allocateCodes } from '../../../content/codes/allocate.ts';
import { canonicalJson, sha256Hex } from '../../../content/common/canonical-json.ts';
import { Refusal } from '../../../content/common/faults.ts';
import { writeWhole } from '../../../content/common/write-whole.ts';
import { checkContent } from '../../../content/compiler/check.ts';
import { composeAt } from '../../../content/compiler/compile.ts';
import { problemLine } from '../../../content/compiler/problem.ts';
import { stateHashOf } from '../../../content/delivery/records.ts';
import { folderOf } from '../../../content/delivery/roles.ts';
import { build as buildContent } from '../../../content/publisher/build.ts';
import { defaultPaths } from '../../paths.ts';
import { type CommandDefinition, requiredText, textOption, UsageError } from '../command-line.ts';

/** `content build`: what a publication would be made of, without keys, for looking at and for comparing. */
export const build: CommandDefinition = {
  summary: 'Compiles the content to files: records by role, what a place shows, phone pages; signs nothing',
  usage: 'build --out DIR [--source DIR] [--place CODE]',
  options: { out: { type: 'string' }, source: { type: 'string' }, place: { type: 'string' } },
  async run({ values, say }) {
    const out = requiredText(values, 'out');
    const place = textOption(values, 'place');
    const report = await checkContent(textOption(values, 'source') ?? defaultPaths.contentSource);
    for (const problem of report.problems) say(problemLine(problem));
    if (report.errors > 0) throw new Refusal('content-invalid', `${report.errors} errors`);
    const { registry } = allocateCodes(report.sources, report.sources.registry);
    // Codes that are not registered yet stay so: only a publication gives them for good.
    const sources = { ...report.sources, registry: { ...report.sources.registry, ...registry } };
    if (place !== undefined && !sources.places.some(({ value }) => value.code === place))
      throw new UsageError(`there is no place ${place}`);
    const { records, generation, pages } = buildContent(sources);
    const roles: Record<string, { records: number; bytes: number; stateHash: string }> = {};
    for (const [role, own] of records) {
      const text = canonicalJson(Object.fromEntries([...own].map(([key, record]) => [key, JSON.parse(record)])));
      await writeWhole(join(out, 'records', `${folderOf(role)}.json`), text);
      roles[role] = { records: own.size, bytes: Buffer.byteLength(text), stateHash: stateHashOf(own) };
    }
    const shown = canonicalJson(place === undefined ? generation : composeAt(records, place));
    await writeWhole(join(out, 'generation.json'), shown);
    for (const [path, html] of pages) await writeWhole(join(out, 'pages', path), html);
    const { matters, places } = generation;
    const counts = { matters: matters.length, places: places.length, pages: pages.size };
    say(`${counts.matters} matters, ${counts.places} places and ${counts.pages} phone pages in ${out}`);
    return { result: { digest: sha256Hex(shown), ...counts, roles } };
  },
};
