import { signRoot } from '../../../content/publisher/keys/sign-root.ts';
import { type SignedChange, sign as signContent } from '../../../content/publisher/sign.ts';
import { asked } from '../asked.ts';
import { type CommandDefinition, requiredText, UsageError } from '../command-line.ts';
import { repositoryFrom, repositoryOptions, roleFrom, roleWords, sayOutcome } from './repository-options.ts';

/** `content sign`: one more person's signature. */
export const sign: CommandDefinition = {
  summary: 'Adds a signature to what waits for it; it goes out when enough have signed',
  usage: 'sign ROLE|root --key FILE [--yes] [--passphrase-file FILE] [--origin DIR] [--keys DIR]',
  options: { ...repositoryOptions, yes: { type: 'boolean' } },
  async run({ values, positionals, say }) {
    const [name, ...more] = positionals;
    if (name === undefined || more.length > 0)
      throw new UsageError('one role is needed: city, district, town-NNN or root');
    const keyFile = requiredText(values, 'key');
    const options = await repositoryFrom({ ...values, key: undefined });
    if (name === 'root') {
      const result = await signRoot({ folder: options.keys, keyFile, passphrase: options.passphrase ?? null });
      const { version, complete, missing } = result;
      say(
        complete
          ? `Root ${version} is whole; publish brings it out.`
          : `Root ${version} still waits for: ${missing.join(', ')}`,
      );
      return { result };
    }
    const result = await signContent({
      ...{ ...options, role: roleFrom(name), keyFile },
      agree: async changes => {
        for (const change of changes) for (const line of changeLines(change)) say(line);
        return values.yes === true || (values.json !== true && (await asked('Sign this? [y/N] ')));
      },
    });
    if (result.signed.length === 0) {
      say('Nothing was signed: --yes signs what was shown.');
      return { result, exitCode: 1 };
    }
    say('Signed.');
    sayOutcome(result, say);
    return { result };
  },
};

/** Everything that becomes true by the signature. */
function changeLines({ document, version, records, delegations, rollout }: SignedChange): string[] {
  const none = records.length + delegations.length === 0 && rollout === null;
  return [
    `${roleWords(document)} ${version}:${none ? ' nothing but its version and date' : ''}`,
    ...records.map(record => `  record ${record}`),
    ...delegations.map(delegation => `  WHO SIGNS FOR ${delegation}`),
    ...(rollout === null ? [] : [`  rollout ${JSON.stringify(rollout)}`]),
  ];
}
