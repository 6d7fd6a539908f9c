import { changeRollout } from '../../../content/publisher/change-rollout.ts';
import { type CommandDefinition, textOption, UsageError } from '../command-line.ts';
import { repositoryFrom, repositoryOptions, repositoryUsage, roleFrom, sayOutcome } from './repository-options.ts';
import { rolloutFrom, rolloutOptions, rolloutUsage } from './rollout-options.ts';

/** `content rollout`: another plan for a version that is out. */
export const rollout: CommandDefinition = {
  summary: 'Halts, resumes or changes who gets the published version when, without a new version',
  usage: `rollout [--role ROLE] [--resume] ${rolloutUsage} ${repositoryUsage}`,
  options: { ...repositoryOptions, ...rolloutOptions, role: { type: 'string' }, resume: { type: 'boolean' } },
  async run({ values, say }) {
    const role = roleFrom(textOption(values, 'role') ?? 'district');
    if (values.halt === true && values.resume === true) throw new UsageError('either --halt or --resume');
    const plan = { ...rolloutFrom(values), ...(values.resume === true ? { halted: false } : {}) };
    if (Object.keys(plan).length === 0)
      throw new UsageError('nothing to change: --halt, --resume, --canary, --ramp or --hours');
    const result = await changeRollout({ ...(await repositoryFrom(values)), role, rollout: plan });
    sayOutcome(result, say);
    return { result };
  },
};
