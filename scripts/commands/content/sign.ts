import { signRoot } from '../../../content/publisher/keys/sign-root.ts';
import { sign as signContent } from '../../../content/publisher/sign.ts';
import { type CommandDefinition, requiredText, UsageError } from '../command-line.ts';
import { repositoryFrom, repositoryOptions, roleFrom, roleWords, sayOutcome } from './repository-options.ts';

/** `content sign`: one more person's signature. */
export const sign: CommandDefinition = {
  summary: 'Adds a signature to what waits for it; it goes out when enough have signed',
  usage: 'sign ROLE|root --key FILE [--passphrase-file FILE] [--origin DIR] [--keys DIR]',
  options: repositoryOptions,
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
    const result = await signContent({ ...options, role: roleFrom(name), keyFile });
    for (const { document, version, records } of result.signed)
      say(
        `Signed ${roleWords(document)} ${version}: ${records.length === 0 ? 'no record changes' : records.join(', ')}`,
      );
    sayOutcome(result, say);
    return { result };
  },
};
