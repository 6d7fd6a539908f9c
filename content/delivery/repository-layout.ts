import { folderOf, type Role } from './roles.ts';

/**
 * The repository as static files below the origin (TUF 1.0, consistent snapshots):
 *
 *     metadata/timestamp.json            the only file that changes in place
 *     metadata/N.snapshot.json           versions of the documents below
 *     metadata/N.root.json               every root there ever was
 *     metadata/N.targets.json            the city's records; delegates to the district
 *     metadata/N.district.json           the district's records
 *     metadata/N.towns.json              no records: the district's word about who speaks for each township
 *     metadata/N.town-204.json           a township's records
 *     metadata/N.district-deltas.json    deltas from older versions (see `deltasRole`)
 *     targets/district/HASH.records.zst  bundle; HASH is the sha256 that the metadata names
 *     targets/district/HASH.from-12.zst  delta
 *     speech/HASH.pack                   sounds; a record names their hash
 *
 * A terminal asks tuf-js for a target by its path (`bundleTarget`, `deltaTarget`) and lets it walk the delegations:
 * which document names a target is nobody else's business.
 */
export const metadataFolder = 'metadata';
export const targetsFolder = 'targets';

/** The root a terminal is delivered with (`content.trustedRoot`), in the folder of keys. */
export const trustedRootFile = 'root.json';

/**
 * The district's second document: delegations to the townships, signed by the district's keys. Apart from the records,
 * so that an edited guide does not send 40 keys to every terminal.
 */
export const townsRole = 'towns';

/**
 * Deltas from versions older than the newest few, apart so that they cost nothing on a terminal that keeps up. The
 * role's signers let the publishing server's key sign them: what a delta yields is held against the state hash that
 * the role itself signed, so that this key alone can change nothing.
 */
export function deltasRole(role: Role): string {
  return `${folderOf(role)}-deltas`;
}

/**
 * Sounds (content/model/speech/pack.ts), below the origin. No target of the repository: they are large and may come
 * late, and the signed record that names one holds its hash.
 */
export const speechFolder = 'speech';

export function packFile(sha256: string): string {
  return `${speechFolder}/${sha256}.pack`;
}
