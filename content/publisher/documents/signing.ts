import { createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { canonicalize } from '@tufjs/canonical-json';
import { sha256Hex } from '../../common/canonical-json.ts';
import type { Document, DocumentKind, Signers, TufKey } from './document.ts';

/** Key id -> key. */
export type PublicKeys = Readonly<Record<string, TufKey>>;

/** The public half, as TUF writes it. */
export function tufKeyOf(key: KeyObject): TufKey {
  const { x } = (key.type === 'public' ? key : createPublicKey(key)).export({ format: 'jwk' });
  return tufKey(Buffer.from(x ?? '', 'base64url').toString('hex'));
}

export function tufKey(publicHex: string): TufKey {
  return { keytype: 'ed25519', scheme: 'ed25519', keyval: { public: publicHex } };
}

/** Specification 4.2: sha256 of the canonical JSON of the public key. */
export function keyIdOf(key: TufKey): string {
  return sha256Hex(canonicalize(key));
}

/** The document with one more signature, in place of an older one by the same key. */
export function signed<K extends DocumentKind>(document: Document<K>, privateKey: KeyObject): Document<K> {
  const keyid = keyIdOf(tufKeyOf(privateKey));
  const sig = sign(null, bytesToSign(document), privateKey).toString('hex');
  const others = document.signatures.filter(signature => signature.keyid !== keyid);
  return { ...document, signatures: [...others, { keyid, sig }] };
}

/** Ids of those of `signers` that signed it: as many as they are, and never the same twice. */
export function validSigners(document: Document, signers: Signers, keys: PublicKeys): string[] {
  const bytes = bytesToSign(document);
  return signers.keyids.filter(keyid => {
    const key = keys[keyid];
    return (
      key !== undefined &&
      document.signatures.some(each => each.keyid === keyid && verify(null, bytes, publicKey(key), hex(each.sig)))
    );
  });
}

export function isSignedBy(document: Document, signers: Signers, keys: PublicKeys): boolean {
  return validSigners(document, signers, keys).length >= signers.threshold;
}

/** SubjectPublicKeyInfo of Ed25519 (RFC 8410) up to the 32 bytes of the key. */
const spkiHead = Buffer.from('302a300506032b6570032100', 'hex');

function publicKey({ keyval }: TufKey): KeyObject {
  return createPublicKey({ key: Buffer.concat([spkiHead, hex(keyval.public)]), format: 'der', type: 'spki' });
}

function bytesToSign(document: Document): Buffer {
  return Buffer.from(canonicalize(document.signed));
}

function hex(text: string): Buffer {
  return Buffer.from(text, 'hex');
}
