import type { TargetFile } from 'tuf-js';
import { Refusal } from '../../../content/common/faults.ts';
import {
  bundleTarget,
  deltaTarget,
  type Publication,
  publicationSchema,
} from '../../../content/delivery/publication.ts';
import { folderOf, type Role, roleSchema } from '../../../content/delivery/roles.ts';
import { type RolePublications, versionOf } from '../store/slots.ts';
import type { Session } from '../tuf/session.ts';
import { OriginUnreachable } from '../tuf/transport.ts';

/** What a role publishes now, as far as signatures say. */
export interface Offer {
  role: Role;
  publication: Publication;
  bundle: TargetFile;
  /** From the version that is here; null when none is offered. */
  delta: TargetFile | null;
}

export interface Offers {
  offers: Offer[];
  /** Roles whose documents are not in order. The others go on: one township's trouble is its own. */
  troubles: { role: Role; refusal: Refusal }[];
}

/** @throws Refusal when the origin goes away in the middle, or the disk is full */
export async function offersOf(session: Session, have: RolePublications): Promise<Offers> {
  const result: Offers = { offers: [], troubles: [] };
  const names = session.documents.flatMap(name => roleSchema.safeParse(name).data ?? []);
  for (const role of names.sort()) {
    try {
      const offer = await offerOf(session, role, versionOf(have, role));
      if (offer !== null) result.offers.push(offer);
    } catch (error) {
      if (!(error instanceof Refusal) || endsRound(error)) throw error;
      result.troubles.push({ role, refusal: error });
    }
  }
  return result;
}

/** Trouble that is nobody's content: the next role would meet it, too. */
export function endsRound(refusal: Refusal): boolean {
  return refusal instanceof OriginUnreachable || refusal.fault === 'content-no-space';
}

async function offerOf(session: Session, role: Role, have: number): Promise<Offer | null> {
  const folder = folderOf(role);
  const bundle = await session.target(bundleTarget(folder));
  if (bundle === undefined) return null;
  const publication = publicationSchema.safeParse(bundle.custom);
  if (!publication.success) throw new Refusal('content-untrusted', `${role}: its publication has another form`);
  const isNews = publication.data.version > have;
  const delta = isNews && have > 0 ? await deltaOf(session, deltaTarget(folder, have)) : null;
  return { role, publication: publication.data, bundle, delta };
}

/** Without a delta there is the bundle: what is wrong with the document of deltas is not asked. */
async function deltaOf(session: Session, path: string): Promise<TargetFile | null> {
  try {
    return (await session.target(path)) ?? null;
  } catch (error) {
    if (!(error instanceof Refusal) || endsRound(error)) throw error;
    return null;
  }
}
