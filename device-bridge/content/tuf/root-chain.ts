import { Metadata, MetadataKind } from '@tufjs/models';

interface Link {
  version: number;
  bytes: Buffer;
}

/**
 * The newest root that a row of roots leads to from the factory's: each signed by the keys of the one before and by
 * its own (specification 5.3.4). What is kept on the disk is never trusted by itself, so that a torn or foreign root
 * there costs a download and nothing else.
 * @throws Error when the factory's root is not one
 */
export function newestRoot(factory: Buffer, kept: ReadonlyMap<number, Buffer>): Link {
  let newest = parsed(factory);
  newest.verifyDelegate('root', newest);
  let link: Link = { version: newest.signed.version, bytes: factory };
  for (;;) {
    const bytes = kept.get(link.version + 1);
    const next = bytes === undefined ? null : follower(newest, bytes);
    if (bytes === undefined || next === null) return link;
    newest = next;
    link = { version: next.signed.version, bytes };
  }
}

function follower(before: ReturnType<typeof parsed>, bytes: Buffer): ReturnType<typeof parsed> | null {
  try {
    const next = parsed(bytes);
    before.verifyDelegate('root', next);
    next.verifyDelegate('root', next);
    return next.signed.version === before.signed.version + 1 ? next : null;
  } catch {
    return null;
  }
}

function parsed(bytes: Buffer) {
  return Metadata.fromJSON(MetadataKind.Root, JSON.parse(bytes.toString('utf8')));
}
