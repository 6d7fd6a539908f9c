import { canonicalJson } from '../../common/canonical-json.ts';
import { demoRootField } from '../../delivery/demo-root.ts';
import type { Document, SignedOf, Signers } from '../documents/document.ts';
import { expiryOf, specVersion } from '../documents/lifetime.ts';
import { isSignedBy } from '../documents/signing.ts';
import { keysFor, signersOf, type TrustPlan } from './trust-plan.ts';

export type Root = Document<'root'>;

/** The root that the plan asks for, unsigned. */
export function rootOf(plan: TrustPlan, version: number, now: Date): Root {
  const [root, targets, snapshot, timestamp] = (['root', 'targets', 'snapshot', 'timestamp'] as const).map(
    (role): Signers => {
      const signers = signersOf(plan, role);
      if (signers === null) throw new Error(`roles.json has nobody for ${role}`);
      return signers;
    },
  ) as [Signers, Signers, Signers, Signers];
  const signed: SignedOf<'root'> = {
    _type: 'root',
    consistent_snapshot: true,
    expires: expiryOf('root', plan.lifetimeDays, now),
    keys: keysFor(plan, [root, targets, snapshot, timestamp]),
    roles: { root, snapshot, targets, timestamp },
    spec_version: specVersion,
    version,
    ...(plan.demo ? { [demoRootField]: true } : {}),
  };
  return { signatures: [], signed };
}

/** Signed by enough of its own keys and of those of the root before it: a terminal would follow. */
export function isComplete(root: Root, before: Root | undefined): boolean {
  return rootsThatSign(root, before).every(({ signed }) => isSignedBy(root, signed.roles.root, signed.keys));
}

/** Whose keys a root needs: its own and those of the root before it. */
export function rootsThatSign(root: Root, before: Root | undefined): Root[] {
  return before === undefined ? [root] : [before, root];
}

/** Whether both say the same but for version and expiry. */
export function saysTheSame(a: Root, b: Root): boolean {
  const text = ({ signed }: Root): string => canonicalJson({ ...signed, version: 0, expires: '' });
  return text(a) === text(b);
}
