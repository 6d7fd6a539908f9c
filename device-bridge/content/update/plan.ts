import type { FaultName } from '../../../content/common/faults.ts';
import { isRolledOutTo } from '../../../content/delivery/rollout.ts';
import type { FailedVersion } from '../store/record-store.ts';
import { changedRoles, type RolePublications, versionOf } from '../store/slots.ts';
import type { Offer, Offers } from './offers.ts';

export interface PlanInput {
  terminalId: string;
  now: number;
  /** What is shown, and what the next versions are built on (shown or staged). */
  active: RolePublications;
  newest: RolePublications;
  failed: readonly FailedVersion[];
  /** Versions that the platform holds back. */
  held: readonly { role: string; version: number }[];
  /** Whoever has nothing at all takes what there is, whatever its rollout says. */
  empty: boolean;
}

export interface Plan {
  take: Offer[];
  /** Why something that is offered is not taken, or not in order; null when all is well. */
  fault: FaultName | null;
}

/** Which of the offers this terminal takes now. Pure. */
export function planUpdate({ offers, troubles }: Offers, input: PlanInput): Plan {
  const take: Offer[] = [];
  let fault: FaultName | null = troubles[0]?.refusal.fault ?? null;
  for (const offer of offers) {
    const { role, publication } = offer;
    const have = input.newest[role];
    if (publication.version < versionOf(input.newest, role)) fault ??= 'content-older';
    else if (publication.version === have?.version) {
      if (publication.stateHash !== have.stateHash) fault ??= 'content-untrusted';
    } else {
      const failure = input.failed.find(each => each.role === role && each.version === publication.version);
      if (failure !== undefined) fault ??= failure.why;
      else if (mayTake(offer, input)) take.push(offer);
    }
  }
  return { take, fault };
}

/** Whether what is staged must not be shown: since it was taken it was halted, held back, or its hours are over. */
export function isWithdrawn(staged: RolePublications, offers: readonly Offer[], input: PlanInput): boolean {
  return changedRoles(staged, input.active).some(({ role, version }) => {
    const offered = offers.find(each => each.role === role && each.publication.version === version)?.publication;
    const publication = offered ?? staged[role];
    return publication !== undefined && !mayTake({ role, publication }, input);
  });
}

function mayTake({ role, publication }: Pick<Offer, 'role' | 'publication'>, input: PlanInput): boolean {
  if (input.held.some(each => each.role === role && each.version === publication.version)) return false;
  return input.empty || isRolledOutTo(input.terminalId, publication, input.now);
}
