import { rolloutSchema } from '../../../content/delivery/publication.ts';
import { publish as publishContent } from '../../../content/publisher/publish.ts';
import { defaultPaths } from '../../paths.ts';
import { type CommandDefinition, textOption, UsageError } from '../command-line.ts';
import {
  listOption,
  repositoryFrom,
  repositoryOptions,
  repositoryUsage,
  roleFrom,
  sayOutcome,
} from './repository-options.ts';
import { rolloutFrom, rolloutOptions, rolloutUsage } from './rollout-options.ts';
import { sayReport } from './say-report.ts';

/** `content publish`. */
export const publish: CommandDefinition = {
  summary: 'Checks, compiles, signs and publishes the content; terminals show it between visits',
  usage: `publish [--source DIR] ${repositoryUsage} [--role ROLE[,ROLE]] ${rolloutUsage} [--version-at-least N] [--no-speech]`,
  options: {
    ...repositoryOptions,
    ...rolloutOptions,
    source: { type: 'string' },
    role: { type: 'string' },
    'version-at-least': { type: 'string' },
    'no-speech': { type: 'boolean' },
  },
  async run({ values, say }) {
    const roles = listOption(values, 'role')?.map(roleFrom);
    const rollout = rolloutFrom(values);
    const versionAtLeast = versionFrom(textOption(values, 'version-at-least'));
    const result = await publishContent({
      ...(await repositoryFrom(values)),
      source: textOption(values, 'source') ?? defaultPaths.contentSource,
      ...(roles === undefined ? {} : { roles }),
      ...(Object.keys(rollout).length === 0 ? {} : { rollout: rolloutSchema.parse(rollout) }),
      ...(versionAtLeast === undefined ? {} : { versionAtLeast }),
      ...(values['no-speech'] === true ? {} : { speechCache: defaultPaths.speechCache }),
      onReport: report => sayReport(report, say),
    });
    sayOutcome(result, say);
    return { result };
  },
};

function versionFrom(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const version = Number(text);
  if (!Number.isInteger(version) || version < 1) throw new UsageError('--version-at-least is a whole number from 1');
  return version;
}
