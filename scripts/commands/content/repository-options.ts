import type { ParseArgsOptionsConfig } from 'node:util';
import type { Rollout } from '../../../content/delivery/publication.ts';
import { type Role, roleSchema } from '../../../content/delivery/roles.ts';
import { readPassphrase } from '../../../content/publisher/keys/private-key-file.ts';
import type { Outcome } from '../../../content/publisher/outcome.ts';
import type { RepositoryOptions } from '../../../content/publisher/repository/repository.ts';
import type { Waiting } from '../../../content/publisher/repository/settle.ts';
import { defaultPaths } from '../../paths.ts';
import { type CommandInput, textOption, UsageError } from '../command-line.ts';

type Values = CommandInput['values'];

export const repositoryOptions = {
  origin: { type: 'string' },
  keys: { type: 'string' },
  key: { type: 'string' },
  'passphrase-file': { type: 'string' },
} as const satisfies ParseArgsOptionsConfig;

export const repositoryUsage = '[--origin DIR] [--keys DIR] [--key FILE[,FILE]] [--passphrase-file FILE]';

/** Where the repository is and which keys are within reach; the trial start's unless named. */
export async function repositoryFrom(values: Values): Promise<RepositoryOptions> {
  return {
    origin: textOption(values, 'origin') ?? defaultPaths.contentOrigin,
    keys: textOption(values, 'keys') ?? defaultPaths.contentKeys,
    keyFiles: listOption(values, 'key') ?? [],
    passphrase: await passphraseFrom(values),
    now: new Date(),
  };
}

export async function passphraseFrom(values: Values): Promise<string | null> {
  const file = textOption(values, 'passphrase-file');
  return file === undefined ? null : readPassphrase(file);
}

export function listOption(values: Values, name: string): string[] | undefined {
  return textOption(values, name)
    ?.split(',')
    .map(each => each.trim())
    .filter(each => each !== '');
}

/** district, town-204, city. @throws UsageError */
export function roleFrom(text: string | undefined): Role {
  const role = roleSchema.safeParse(text === 'city' ? 'targets' : text);
  if (!role.success) throw new UsageError('a role is one of: city, district, town-NNN (town-204)');
  return role.data;
}

export function roleWords(role: string): string {
  return role === 'targets' ? 'city' : role;
}

/** What came of it, for people. */
export function sayOutcome(
  { versions, plans, changed, documents, waiting, locked, bytes }: Outcome,
  say: CommandInput['say'],
): void {
  const news = changed.map(role => `${roleWords(role)} ${versions[role]}`).join(', ');
  if (changed.length > 0) say(`Published ${news}: a terminal fetches ${kilobytes(bytes)}.`);
  else if (documents.length > 0) say(`Signed anew: ${documents.map(roleWords).join(', ')}.`);
  else if (waiting.length === 0) say(`Nothing changed${bytes > 0 ? '; terminals are told so anew' : ''}.`);
  for (const [role, plan] of Object.entries(plans)) say(`${roleWords(role)} ${versions[role]}: ${planWords(plan)}`);
  for (const each of waiting) say(waitingLine(each));
  if (locked.length > 0) say(`These keys did not open (see --passphrase-file): ${locked.join(', ')}`);
}

/** Who is still kept from a version, and what opens it. */
function planWords({ halted, canaries, ramp }: Rollout): string {
  if (halted) return 'HALTED: no terminal takes it that has not already (rollout --resume goes on)';
  const first = canaries.length === 0 ? 'nobody first' : `${canaries.join(', ')} first`;
  const then = ramp.map(({ from, percent }) => `${percent} % from ${from}`).join(', ') || 'nobody else';
  return `staged: ${first}, then ${then}; the next version keeps this plan until it is changed`;
}

function waitingLine({ document, version, threshold, signed, missing }: Waiting): string {
  const name = `${roleWords(document)} ${version}`;
  if (missing.length === 0) return `${name} is signed and waits for what belongs to it, or for the keys of the server.`;
  const lacking = threshold - signed.length;
  const by = signed.length === 0 ? 'nobody yet' : signed.join(', ');
  const role = document === 'towns' ? 'district' : roleWords(document);
  return `${name} waits: signed by ${by}; ${lacking} more of ${missing.join(', ')}  -> content sign ${role} --key FILE`;
}

function kilobytes(bytes: number): string {
  return bytes < 10_000 ? `${(bytes / 1000).toFixed(1)} kB` : `${Math.round(bytes / 1000)} kB`;
}
