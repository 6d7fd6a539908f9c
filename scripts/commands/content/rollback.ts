import { rollback as rollbackContent } from '../../../content/publisher/rollback.ts';
import { type CommandDefinition, textOption, UsageError } from '../command-line.ts';
import { repositoryFrom, repositoryOptions, repositoryUsage, roleFrom, sayOutcome } from './repository-options.ts';

/** `content rollback`. */
export const rollback: CommandDefinition = {
  summary: 'Brings the content of an older version back under a new one: the version before unless --to says which',
  usage: `rollback --role ROLE [--to VERSION] ${repositoryUsage}`,
  options: { ...repositoryOptions, role: { type: 'string' }, to: { type: 'string' } },
  async run({ values, say }) {
    const role = roleFrom(textOption(values, 'role'));
    const text = textOption(values, 'to');
    const to = Number(text);
    if (text !== undefined && !(Number.isInteger(to) && to >= 1)) throw new UsageError('--to is a whole number from 1');
    const options = await repositoryFrom(values);
    const result = await rollbackContent({ ...options, role, ...(text === undefined ? {} : { to }) });
    sayOutcome(result, say);
    if (result.changed.length > 0) say('Undo the edit in the sources too, or the next publish brings it again.');
    return { result };
  },
};
