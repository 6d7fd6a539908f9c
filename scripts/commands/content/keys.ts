import {
  addKeys,
  type CeremonyOutcome,
  type CityShare,
  initKeys,
  renewRoot,
  replaceKeys,
} from '../../../content/publisher/keys/ceremony.ts';
import { townsInSources } from '../../../content/publisher/keys/demo-keys.ts';
import { listKeys } from '../../../content/publisher/keys/list-keys.ts';
import { type KeyRole, keyRoleSchema } from '../../../content/publisher/keys/trust-plan.ts';
import { defaultPaths } from '../../paths.ts';
import { type CommandDefinition, type CommandInput, requiredText, textOption, UsageError } from '../command-line.ts';
import { listOption, passphraseFrom, roleFrom, roleWords } from './repository-options.ts';

const usage = `keys init --out DIR [--source DIR | --towns town-204,...] [--city 1-of-1|2-of-3] [--passphrase-file FILE]
       content keys list [--keys DIR]
       content keys add town-NNN [--keys DIR] [--passphrase-file FILE]
       content keys rotate ROLE [KEYID|NAME] [--keys DIR] [--passphrase-file FILE]
       content keys replace-lost ROLE KEYID|NAME [--keys DIR] [--passphrase-file FILE]
       content keys renew [--keys DIR] [--passphrase-file FILE]`;

/** `content keys`: the ceremony and what comes after it. */
export const keys: CommandDefinition = {
  summary: 'Makes, lists, rotates and replaces the keys that sign content',
  usage,
  options: {
    out: { type: 'string' },
    keys: { type: 'string' },
    source: { type: 'string' },
    towns: { type: 'string' },
    city: { type: 'string' },
    'passphrase-file': { type: 'string' },
  },
  async run({ values, positionals, say }) {
    const [action, role, keyId, ...more] = positionals;
    if (more.length > 0) throw new UsageError('too many words');
    if (action === 'list') return { result: await list(values, say) };
    const folder = action === 'init' ? requiredText(values, 'out') : keysFolder(values);
    const ceremony = { folder, passphrase: await passphraseFrom(values), now: new Date() };
    const outcome = await act();
    sayCeremony(folder, outcome, say);
    return { result: { made: outcome.made, root: outcome.root } };

    async function act(): Promise<CeremonyOutcome> {
      switch (action) {
        case 'init': {
          const towns = listOption(values, 'towns')?.map(roleFrom);
          const source = textOption(values, 'source') ?? defaultPaths.contentSource;
          return initKeys({ ...ceremony, towns: towns ?? (await townsInSources(source)), city: cityFrom(values) });
        }
        case 'add':
          return addKeys(ceremony, roleFrom(role));
        case 'rotate':
          return replaceKeys(ceremony, keyRoleFrom(role), keyId === undefined ? {} : { keyIds: [keyId] });
        case 'replace-lost':
          if (keyId === undefined) throw new UsageError('which key? See content keys list');
          return replaceKeys(ceremony, keyRoleFrom(role), { keyIds: [keyId], lost: true });
        case 'renew':
          return renewRoot(ceremony);
        default:
          throw new UsageError('one of: init, list, add, rotate, replace-lost, renew');
      }
    }
  },
};

async function list(values: CommandInput['values'], say: CommandInput['say']): Promise<unknown> {
  const result = await listKeys(keysFolder(values));
  const { demo, root, roles, proposal } = result;
  say(`Root ${root?.version ?? '-'}, until ${root?.expires ?? '-'}${demo ? '; keys of a trial start' : ''}`);
  if (proposal !== null)
    say(`Root ${proposal.version} waits for: ${proposal.missing.join(', ')}  -> content sign root --key FILE`);
  for (const { role, threshold, keys } of roles)
    for (const { keyId, name, place } of keys)
      say(
        `${roleWords(role).padEnd(10)} ${threshold} of ${keys.length}  ${keyId.slice(0, 12)}  ${place.padEnd(9)}  ${name}`,
      );
  return result;
}

function sayCeremony(folder: string, { made, root }: CeremonyOutcome, say: CommandInput['say']): void {
  if (made.length > 0) say(`Made in ${folder}: ${made.map(name => `${name}.pem`).join(', ')}`);
  if (made.length > 0)
    say('Give each to its holder and keep no copy beside another; roles.json and root.json are public.');
  say(
    root.complete
      ? `Root ${root.version} is whole.`
      : `Root ${root.version} waits for signatures: content sign root --key FILE`,
  );
}

function keysFolder(values: CommandInput['values']): string {
  return textOption(values, 'keys') ?? defaultPaths.contentKeys;
}

function keyRoleFrom(text: string | undefined): KeyRole {
  const role = keyRoleSchema.safeParse(text === 'city' ? 'targets' : text);
  if (!role.success)
    throw new UsageError('a role is one of: root, city, district, town-NNN, snapshot, timestamp, deltas');
  return role.data;
}

function cityFrom(values: CommandInput['values']): CityShare {
  const city = textOption(values, 'city') ?? '1-of-1';
  if (city !== '1-of-1' && city !== '2-of-3') throw new UsageError('--city is 1-of-1 or 2-of-3');
  return city;
}
