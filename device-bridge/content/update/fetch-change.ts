import { readFile, rm } from 'node:fs/promises';
import type { TargetFile } from 'tuf-js';
import { Refusal } from '../../../content/common/faults.ts';
import { decodeBundle, decodeDelta } from '../../../content/delivery/bundle.ts';
import { recordHash, stateHash, stateHashOf } from '../../../content/delivery/records.ts';
import { mayHold } from '../../../content/delivery/roles.ts';
import type { Log } from '../../log.ts';
import type { RecordReader } from '../store/records.ts';
import type { RoleChange } from '../store/role-change.ts';
import { endsRound, type Offer } from './offers.ts';

export interface FetchParts {
  download(target: TargetFile, file: string): Promise<void>;
  /** A file for what arrives. */
  incoming: string;
  records: RecordReader;
  log: Log;
}

/**
 * What changes in a role: by the delta from what is here (`have`), else by the whole bundle. Both are held against the
 * signed hash of the state before anything is written.
 * @throws Refusal
 */
export async function fetchChange(offer: Offer, have: number, parts: FetchParts): Promise<RoleChange> {
  const { role, publication, bundle, delta } = offer;
  if (delta !== null) {
    const change = await changeByDelta(offer, delta, have, parts);
    if (change !== null) return permitted(change);
  }
  const whole = decoded(role, await bytesOf(bundle, parts), decodeBundle);
  if (stateHashOf(whole) !== publication.stateHash)
    throw new Refusal(
      'content-untrusted',
      `${role} ${publication.version}: the bundle is another state than was signed`,
    );
  const put = [...whole].filter(([key, text]) => parts.records.text(role, have, key) !== text);
  const removed = [...parts.records.hashes(role, have).keys()].filter(key => !whole.has(key));
  return permitted({ role, publication, put: new Map(put), removed });
}

async function changeByDelta(
  { role, publication }: Offer,
  target: TargetFile,
  have: number,
  { records, ...parts }: FetchParts,
): Promise<RoleChange | null> {
  try {
    const bytes = await bytesOf(target, { records, ...parts });
    const { put, removed } = decoded(role, bytes, given => decodeDelta(given, key => records.text(role, have, key)));
    const hashes = records.hashes(role, have);
    for (const key of removed) hashes.delete(key);
    for (const [key, text] of put) hashes.set(key, recordHash(text));
    if (stateHash(hashes) !== publication.stateHash)
      throw new Refusal('content-untrusted', 'the delta leads to another state than was signed');
    return { role, publication, put, removed };
  } catch (error) {
    if (!(error instanceof Refusal) || endsRound(error)) throw error;
    parts.log.warn({ role, from: have, to: publication.version, detail: error.detail }, 'no delta, the bundle instead');
    return null;
  }
}

async function bytesOf(target: TargetFile, { download, incoming }: FetchParts): Promise<Buffer> {
  try {
    await download(target, incoming);
    return await readFile(incoming);
  } finally {
    await rm(incoming, { force: true });
  }
}

function decoded<T>(role: string, bytes: Buffer, decode: (bytes: Buffer) => T): T {
  try {
    return decode(bytes);
  } catch (error) {
    throw new Refusal('content-untrusted', `${role}: ${error instanceof Error ? error.message : error}`);
  }
}

/** A township's keys, both of them stolen, still cannot change another township or the district's guides. */
function permitted(change: RoleChange): RoleChange {
  for (const key of change.put.keys())
    if (!mayHold(change.role, key)) throw new Refusal('content-untrusted', `${change.role} may not hold ${key}`);
  return change;
}
