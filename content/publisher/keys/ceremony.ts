import { generateKeyPairSync } from 'node:crypto';
import { existsSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { Refusal } from '../../common/faults.ts';
import type { Role } from '../../delivery/roles.ts';
import { lifetimeDaysSchema } from '../documents/lifetime.ts';
import { keyIdOf, tufKeyOf } from '../documents/signing.ts';
import { readKeyFolder, requireKeyFolder, writePlan } from './key-folder.ts';
import { type KeyRingOptions, openKeyRing } from './key-ring.ts';
import { writePrivateKey } from './private-key-file.ts';
import { settleRoot } from './settle-root.ts';
import type { KeyRole, TrustPlan } from './trust-plan.ts';

export interface Ceremony extends KeyRingOptions {
  folder: string;
  now: Date;
}

/** How a change of keys stands: a root that lacks signatures waits in the folder of keys. */
export interface CeremonyOutcome {
  plan: TrustPlan;
  /** Names of the keys that were made; each belongs to its holder and nowhere else. */
  made: string[];
  root: { version: number; complete: boolean };
}

interface Share {
  threshold: number;
  names: string[];
}

const cityShares = { '1-of-1': 1, '2-of-3': 2 } as const;
export type CityShare = keyof typeof cityShares;

function shareOf(role: KeyRole, city: CityShare): Share {
  const numbered = (stem: string, count: number): string[] =>
    Array.from({ length: count }, (_, index) => `${stem}-${index + 1}`);
  switch (role) {
    case 'root':
    case 'district':
      return { threshold: 2, names: numbered(role, 3) };
    case 'targets':
      return { threshold: cityShares[city], names: numbered('city', city === '1-of-1' ? 1 : 3) };
    case 'snapshot':
    case 'timestamp':
    case 'deltas':
      return { threshold: 1, names: [`${role}-1`] };
    default:
      // A township speaks with two: who writes and who reads it over.
      return { threshold: 2, names: [`${role}-author`, `${role}-reviewer`] };
  }
}

/** Makes every key and the first root. @throws Refusal keys-exist */
export async function initKeys(
  ceremony: Ceremony & { towns: readonly Role[]; city?: CityShare; demo?: boolean },
): Promise<CeremonyOutcome> {
  const { folder, towns, city = '1-of-1', demo = false } = ceremony;
  if ((await readKeyFolder(folder)) !== null) throw new Refusal('keys-exist', folder);
  const plan: TrustPlan = { demo, lifetimeDays: lifetimeDaysSchema.parse({}), keys: {}, roles: {} };
  const made: string[] = [];
  for (const role of ['root', 'targets', 'district', 'snapshot', 'timestamp', 'deltas', ...towns] as KeyRole[])
    made.push(...(await makeKeys(ceremony, plan, role, shareOf(role, city))));
  return settled(ceremony, plan, made);
}

/** Gives a township its keys. @throws Refusal keys-exist */
export async function addKeys(ceremony: Ceremony, role: Role): Promise<CeremonyOutcome> {
  const { plan } = await requireKeyFolder(ceremony.folder);
  if (plan.roles[role] !== undefined) throw new Refusal('keys-exist', role);
  const made = await makeKeys(ceremony, plan, role, shareOf(role, '1-of-1'));
  return settled(ceremony, plan, made);
}

/**
 * New keys in place of those named, of all when none is named. A lost or stolen key is put aside, so that it signs
 * nothing more; an old one that is merely replaced still signs the change itself.
 * @throws Refusal key-unknown
 */
export async function replaceKeys(
  ceremony: Ceremony,
  role: KeyRole,
  options: { keyIds?: readonly string[]; lost?: boolean } = {},
): Promise<CeremonyOutcome> {
  const { plan } = await requireKeyFolder(ceremony.folder);
  const share = plan.roles[role];
  if (share === undefined) throw new Refusal('key-unknown', role);
  const leaving = (options.keyIds ?? share.keyIds).map(given => {
    const matches = share.keyIds.filter(keyId => keyId.startsWith(given) || plan.keys[keyId]?.name === given);
    if (matches.length !== 1 || matches[0] === undefined) throw new Refusal('key-unknown', `${role} ${given}`);
    return matches[0];
  });
  const made: string[] = [];
  for (const keyId of leaving) {
    const old = plan.keys[keyId]?.name ?? '';
    const name = nextName(plan, ceremony.folder, old);
    const newId = await makeKey(ceremony, plan, name);
    plan.roles[role] = { ...share, keyIds: (plan.roles[role]?.keyIds ?? []).map(id => (id === keyId ? newId : id)) };
    made.push(name);
    if (options.lost === true) await putAside(join(ceremony.folder, `${old}.pem`));
  }
  return settled(ceremony, plan, made);
}

/** Signs the same root anew, with a new expiry. */
export async function renewRoot(ceremony: Ceremony): Promise<CeremonyOutcome> {
  const { plan } = await requireKeyFolder(ceremony.folder);
  return settled(ceremony, plan, [], true);
}

/** The plan is written before the root: a ceremony that was cut off is gone on with by the next. */
async function settled(ceremony: Ceremony, plan: TrustPlan, made: string[], anew = false): Promise<CeremonyOutcome> {
  const { folder, now } = ceremony;
  const ring = await openKeyRing(folder, plan, ceremony);
  const known = await readKeyFolder(folder);
  if (known === null) {
    // The very first root: without it nobody may find a plan.
    const { root, complete } = await settleRoot(folder, { plan, roots: [], proposal: null }, ring, now);
    await writePlan(folder, plan);
    return { plan, made, root: { version: root.signed.version, complete } };
  }
  await writePlan(folder, plan);
  const { root, complete } = await settleRoot(folder, { ...known, plan }, ring, now, anew);
  return { plan, made, root: { version: root.signed.version, complete } };
}

async function makeKeys(ceremony: Ceremony, plan: TrustPlan, role: KeyRole, share: Share): Promise<string[]> {
  const keyIds: string[] = [];
  for (const name of share.names) keyIds.push(await makeKey(ceremony, plan, name));
  plan.roles[role] = { threshold: share.threshold, keyIds };
  return share.names;
}

async function makeKey({ folder, passphrase }: Ceremony, plan: TrustPlan, name: string): Promise<string> {
  const { privateKey } = generateKeyPairSync('ed25519');
  const key = tufKeyOf(privateKey);
  const keyId = keyIdOf(key);
  await writePrivateKey(join(folder, `${name}.pem`), privateKey, passphrase ?? null);
  plan.keys[keyId] = { name, public: key.keyval.public };
  return keyId;
}

/** district-2 -> district-4 when 1 to 3 are taken; town-204-author -> town-204-author-2. */
function nextName(plan: TrustPlan, folder: string, old: string): string {
  const taken = new Set(Object.values(plan.keys).map(({ name }) => name));
  const stem = old.replace(/(?<=[a-z])-\d$|(?<=[a-z])-\d\d$/, '');
  for (let number = 2; ; number += 1) {
    const name = `${stem}-${number}`;
    if (!taken.has(name) && !existsSync(join(folder, `${name}.pem`))) return name;
  }
}

async function putAside(file: string): Promise<void> {
  if (existsSync(file)) await rename(file, `${file}.lost`);
}
