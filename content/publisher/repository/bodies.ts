import { bundleTarget, deltaTarget, type Publication } from '../../delivery/publication.ts';
import { deltasRole, townsRole } from '../../delivery/repository-layout.ts';
import { folderOf, type Role, roleSchema } from '../../delivery/roles.ts';
import type { Delegations, SignedOf, Signers, TargetFile } from '../documents/document.ts';
import { keysFor, signersOf, type TrustPlan, townsOf } from '../keys/trust-plan.ts';
import type { RoleContent } from './role-content.ts';
import type { FileInfo } from './target-files.ts';

/** What a document says, apart from version and expiry. */
export type Body = Pick<SignedOf<'targets'>, 'targets' | 'delegations'>;

/**
 * Deltas that stand beside the bundle; older ones are in the document of `deltasRole`. A terminal that keeps up needs
 * one, and each costs 125 bytes in every update.
 */
const deltasAtHand = 3;

/** Every document of content that the plan and the contents ask for, by name. Pure. */
export function bodiesOf(plan: TrustPlan, contents: ReadonlyMap<Role, RoleContent>): Map<string, Body> {
  const bodies = new Map<string, Body>();
  for (const role of new Set<Role>(['targets', ...contents.keys()])) {
    const content = contents.get(role);
    const [near, far] = splitDeltas(content?.deltas ?? new Map());
    const folder = folderOf(role);
    const targets = { ...(content === undefined ? {} : bundleFile(folder, content)), ...deltaFiles(folder, near) };
    const delegated = role === 'targets' ? [delegation(plan, 'district', 'district', ['district/*'])] : [];
    if (role === 'targets') delegated.push(delegation(plan, townsRole, 'district', ['town-*/*']));
    if (far.length > 0) {
      delegated.push(delegation(plan, deltasRole(role), 'deltas', [`${folder}/from-*.zst`]));
      bodies.set(deltasRole(role), { targets: deltaFiles(folder, far) });
    }
    bodies.set(role, { targets, ...(delegated.length === 0 ? {} : { delegations: delegations(plan, delegated) }) });
  }
  const towns = townsOf(plan).map(town => delegation(plan, town, town, [`${town}/*`]));
  bodies.set(townsRole, { targets: {}, delegations: delegations(plan, towns) });
  return bodies;
}

/** The document that says who signs `name`; null for the city's, which the root speaks for. */
export function parentOf(name: string): string | null {
  if (name === 'targets') return null;
  if (name === 'district' || name === townsRole) return 'targets';
  return roleOfDeltas(name) ?? townsRole;
}

/** Who is meant to sign `name`, of the roles in the plan. */
export function plannedRoleOf(name: string): Role | 'deltas' {
  if (name === townsRole) return 'district';
  return roleOfDeltas(name) === null ? roleSchema.parse(name) : 'deltas';
}

/** district-deltas -> district. */
export function roleOfDeltas(name: string): Role | null {
  const folder = /^(.+)-deltas$/.exec(name)?.[1];
  return folder === undefined ? null : folder === 'city' ? 'targets' : roleSchema.parse(folder);
}

interface Delegation {
  signers: Signers;
  role: Delegations['roles'][number];
}

function delegation(plan: TrustPlan, name: string, by: Role | 'deltas', paths: string[]): Delegation {
  const signers = signersOf(plan, by) ?? { keyids: [], threshold: 1 };
  return { signers, role: { ...signers, name, paths, terminating: true } };
}

function delegations(plan: TrustPlan, all: readonly Delegation[]): Delegations {
  return {
    keys: keysFor(
      plan,
      all.map(({ signers }) => signers),
    ),
    roles: all.map(({ role }) => role),
  };
}

function splitDeltas(deltas: RoleContent['deltas']): [[number, FileInfo][], [number, FileInfo][]] {
  const all = [...deltas].sort(([a], [b]) => b - a);
  return [all.slice(0, deltasAtHand), all.slice(deltasAtHand)];
}

function bundleFile(folder: string, { bundle, publication }: RoleContent): Record<string, TargetFile> {
  return { [bundleTarget(folder)]: { ...targetFile(bundle), custom: sparse(publication) } };
}

/** Without what stands for itself: every byte is sent to every terminal. */
function sparse({ rollout, ...rest }: Publication): Record<string, unknown> {
  const { canaries, ramp, halted, hours } = rollout;
  const said = {
    ...(canaries.length > 0 ? { canaries } : {}),
    ...(ramp.length > 0 ? { ramp } : {}),
    ...(halted ? { halted } : {}),
    ...(hours === undefined ? {} : { hours }),
  };
  return { ...rest, rollout: said };
}

function deltaFiles(folder: string, deltas: readonly [number, FileInfo][]): Record<string, TargetFile> {
  return Object.fromEntries(deltas.map(([version, info]) => [deltaTarget(folder, version), targetFile(info)]));
}

function targetFile({ bytes, sha256 }: FileInfo): TargetFile {
  return { length: bytes, hashes: { sha256 } };
}
