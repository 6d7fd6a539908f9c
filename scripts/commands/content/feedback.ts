import { z } from 'zod';
import { textSchema } from '../../../content/common/text.ts';
import { readSources } from '../../../content/compiler/read-sources.ts';
import type { FeedbackAnswer, MatterFeedback } from '../../../platform/api/types.ts';
import { defaultPaths } from '../../paths.ts';
import { type CommandDefinition, textOption, UsageError } from '../command-line.ts';
import { askPlatform, platformOptions } from './ask-platform.ts';

/** `content feedback`: what citizens say of the guides, by matter, with the file to mend. */
export const feedback: CommandDefinition = {
  summary: 'Shows what citizens at the terminals say of the guides, and which file to mend',
  usage: 'feedback [--since DATE] [--owner ROLE] [--platform URL] [--token-file FILE] [--source DIR]',
  options: {
    ...platformOptions,
    since: { type: 'string' },
    owner: { type: 'string' },
    source: { type: 'string' },
  },
  async run({ values, say }) {
    const since = textOption(values, 'since');
    if (since !== undefined && Number.isNaN(Date.parse(since))) throw new UsageError('--since: a day like 2026-11-01');
    const path = since === undefined ? '/api/feedback' : `/api/feedback?since=${encodeURIComponent(since)}`;
    const answer = await askPlatform(path, values, answerSchema);
    const owner = textOption(values, 'owner');
    const own = (each: { owner: string }): boolean => owner === undefined || each.owner === owner;
    const sources = await readSources(textOption(values, 'source') ?? defaultPaths.contentSource);
    const files = new Map(sources.matters.map(({ file, value }) => [value.id, file]));
    const matters = answer.matters.filter(own).map(matter => ({ ...matter, file: files.get(matter.matterId) ?? null }));
    for (const matter of matters) for (const line of linesOf(matter)) say(line);
    if (matters.length === 0) say('Nobody has said anything.');
    return { result: { matters, remarks: answer.remarks.filter(own) } };
  },
};

const counts = z.int().min(0);
const aboutSchema = z.enum(['materials', 'steps', 'place', 'fee', 'other']);
const answerSchema: z.ZodType<FeedbackAnswer> = z.object({
  matters: z.array(
    z.object({
      matterId: z.string(),
      matterName: textSchema,
      owner: z.string(),
      right: counts,
      wrong: counts,
      unclear: counts,
      about: z.partialRecord(aboutSchema, counts),
      newestAt: z.string(),
    }),
  ),
  remarks: z.array(
    z.object({
      id: z.string(),
      terminalId: z.string(),
      matterId: z.string(),
      matterName: textSchema,
      owner: z.string(),
      verdict: z.enum(['right', 'wrong', 'unclear']),
      about: aboutSchema.nullable(),
      contentDigest: z.string(),
      givenAt: z.string(),
    }),
  ),
});

function linesOf(matter: MatterFeedback & { file: string | null }): string[] {
  const { matterId, matterName, owner, right, wrong, unclear, about, newestAt, file } = matter;
  const parts = Object.entries(about).map(([part, count]) => `${part} ${count}`);
  return [
    `${matterName.zh} (${matterId}, ${owner}): ${wrong} wrong, ${unclear} unclear, ${right} right; newest ${newestAt}`,
    ...(parts.length === 0 ? [] : [`    about: ${parts.join(', ')}`]),
    ...(file === null ? [] : [`    ${file}`]),
  ];
}
