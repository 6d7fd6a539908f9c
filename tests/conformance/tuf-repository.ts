import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { canonicalize } from '@tufjs/canonical-json';
import { sha256Hex } from '../../content/common/canonical-json.ts';

/** The signed part of any TUF document; tests bend it as they like. */
export interface Signed {
  _type: string;
  spec_version: string;
  version: number;
  expires: string;
  [field: string]: unknown;
}

export interface Key {
  id: string;
  public: { keytype: string; scheme: string; keyval: { public: string } };
  private: KeyObject;
}

export interface Delegation {
  name: string;
  paths: string[];
  terminating?: boolean;
  keys?: Key[];
  threshold?: number;
}

export function newKey(): Key {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const publicHex = Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url').toString('hex');
  const key = { keytype: 'ed25519', scheme: 'ed25519', keyval: { public: publicHex } };
  return { id: sha256Hex(canonicalize(key)), public: key, private: privateKey };
}

export const dayMs = 24 * 60 * 60_000;

export function inDays(days: number): string {
  return new Date(Date.now() + days * dayMs).toISOString().replace(/\.\d+Z$/, 'Z');
}

/** A signed document as bytes. The same key twice gives two signatures. */
export function documentOf(signed: Signed, keys: readonly Key[]): Buffer {
  const bytes = Buffer.from(canonicalize(signed));
  const signatures = keys.map(key => ({ keyid: key.id, sig: sign(null, bytes, key.private).toString('hex') }));
  return Buffer.from(JSON.stringify({ signatures, signed }));
}

/**
 * A TUF repository in memory that does whatever a test asks, also what no honest one does: after the model of the
 * simulator of the public conformance suite. `publish` writes documents into `files` (path below the origin -> bytes).
 */
export class TufRepository {
  readonly files = new Map<string, Buffer>();
  /** Who signs each document. */
  readonly signers = new Map<string, Key[]>();
  readonly documents = new Map<string, Signed>();
  /** Whether the snapshot and the timestamp name hashes and lengths. */
  withHashes = false;

  constructor() {
    const keys: Record<string, Key['public']> = {};
    const roles: Record<string, { keyids: string[]; threshold: number }> = {};
    for (const role of ['root', 'timestamp', 'snapshot', 'targets']) {
      const key = newKey();
      this.signers.set(role, [key]);
      keys[key.id] = key.public;
      roles[role] = { keyids: [key.id], threshold: 1 };
    }
    this.put('root', { _type: 'root', consistent_snapshot: true, keys, roles });
    this.put('targets', { _type: 'targets', targets: {} });
    this.put('snapshot', { _type: 'snapshot', meta: {} });
    this.put('timestamp', { _type: 'timestamp', meta: {} });
    this.writeRoot();
    this.publish('targets');
  }

  document(name: string): Signed {
    const document = this.documents.get(name);
    if (document === undefined) throw new Error(`no document ${name}`);
    return document;
  }

  keysOf(name: string): Key[] {
    return this.signers.get(name) ?? [];
  }

  /** Who speaks for a role from the next root on. */
  setKeys(role: string, keys: readonly Key[], threshold = keys.length): void {
    const root = this.document('root') as Signed & {
      keys: Record<string, Key['public']>;
      roles: Record<string, { keyids: string[]; threshold: number }>;
    };
    for (const key of keys) root.keys[key.id] = key.public;
    root.roles[role] = { keyids: keys.map(({ id }) => id), threshold };
    this.signers.set(role, [...keys]);
  }

  /** The next root, signed by these keys: by those of the root before and its own unless given. */
  rotateRoot(change: () => void, signers?: readonly Key[]): void {
    const before = this.keysOf('root');
    change();
    const root = this.document('root');
    root.version += 1;
    this.writeRoot(signers ?? [...new Set([...before, ...this.keysOf('root')])]);
  }

  writeRoot(signers: readonly Key[] = this.keysOf('root')): void {
    const root = this.document('root');
    this.write(`${root.version}.root.json`, documentOf(root, signers));
  }

  delegate(
    from: string,
    {
      name,
      paths,
      terminating = false,
      keys = this.signers.get(name) ?? [newKey()],
      threshold = keys.length,
    }: Delegation,
  ): void {
    const parent = this.document(from) as Signed & {
      delegations?: { keys: Record<string, Key['public']>; roles: unknown[] };
    };
    parent.delegations ??= { keys: {}, roles: [] };
    for (const key of keys) parent.delegations.keys[key.id] = key.public;
    parent.delegations.roles.push({ name, paths, terminating, keyids: keys.map(({ id }) => id), threshold });
    if (!this.documents.has(name)) this.put(name, { _type: 'targets', targets: {} });
    this.signers.set(name, keys);
  }

  addTarget(role: string, path: string, bytes: Buffer): void {
    const { targets } = this.document(role) as Signed & { targets: Record<string, unknown> };
    targets[path] = { length: bytes.length, hashes: { sha256: sha256Hex(bytes) } };
    const slash = path.lastIndexOf('/') + 1;
    this.files.set(`targets/${path.slice(0, slash)}${sha256Hex(bytes)}.${path.slice(slash)}`, bytes);
  }

  /** Signs these documents anew under the next version, and the snapshot and timestamp above them. */
  publish(...names: string[]): void {
    const { meta } = this.document('snapshot') as Signed & { meta: Record<string, unknown> };
    for (const name of names) meta[`${name}.json`] = this.writeNext(name);
    this.publishSnapshot();
  }

  publishSnapshot(): void {
    const { meta } = this.document('timestamp') as Signed & { meta: Record<string, unknown> };
    meta['snapshot.json'] = this.writeNext('snapshot');
    this.publishTimestamp();
  }

  publishTimestamp(): void {
    this.writeNext('timestamp');
  }

  /** Under the name that consistent snapshots ask for. Returns what names it in the document above. */
  writeNext(name: string): { version: number; length?: number; hashes?: { sha256: string } } {
    const signed = this.document(name);
    signed.version += 1;
    return this.writeAs(name, documentOf(signed, this.keysOf(name)));
  }

  writeAs(name: string, bytes: Buffer): { version: number; length?: number; hashes?: { sha256: string } } {
    const { version } = this.document(name);
    const encoded = encodeURIComponent(name);
    this.write(name === 'timestamp' ? 'timestamp.json' : `${version}.${encoded}.json`, bytes);
    return this.withHashes ? { version, length: bytes.length, hashes: { sha256: sha256Hex(bytes) } } : { version };
  }

  write(file: string, bytes: Buffer): void {
    this.files.set(`metadata/${file}`, bytes);
  }

  private put(name: string, fields: Record<string, unknown> & { _type: string }): void {
    const version = name === 'root' ? 1 : 0;
    this.documents.set(name, { spec_version: '1.0.31', version, expires: inDays(30), ...fields });
  }
}
