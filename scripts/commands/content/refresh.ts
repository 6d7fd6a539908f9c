import { refresh as refreshRepository } from '../../../content/publisher/refresh.ts';
import type { CommandDefinition } from '../command-line.ts';
import { repositoryFrom, repositoryOptions, repositoryUsage, sayOutcome } from './repository-options.ts';

/** `content refresh`: what the publishing server runs each day. */
export const refresh: CommandDefinition = {
  summary: 'Signs anew what ages and puts out what is fully signed; run it daily on the publishing server',
  usage: `refresh ${repositoryUsage}`,
  options: repositoryOptions,
  async run({ values, say }) {
    const result = await refreshRepository(await repositoryFrom(values));
    sayOutcome(result, say);
    return { result };
  },
};
