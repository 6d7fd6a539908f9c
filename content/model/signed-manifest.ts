import { createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { canonicalJson, sha256Hex } from '../common/canonical-json.ts';
import type { Manifest } from './generation.ts';

/** Identifies an Ed25519 key: sha256 of its public SubjectPublicKeyInfo (DER), hex. */
export function keyIdOf(key: KeyObject): string {
  return sha256Hex(createPublicKeyOf(key).export({ type: 'spki', format: 'der' }));
}

export function signManifest(signed: Manifest['signed'], privateKey: KeyObject): Manifest {
  const signature = sign(null, Buffer.from(canonicalJson(signed)), privateKey).toString('base64');
  return { signed, signatures: [{ keyId: keyIdOf(privateKey), signature }] };
}

/** True when at least one of the trusted keys signed it. */
export function isSignedBy(manifest: Manifest, trusted: readonly KeyObject[]): boolean {
  const bytes = Buffer.from(canonicalJson(manifest.signed));
  return manifest.signatures.some(({ keyId, signature }) =>
    trusted.some(key => keyIdOf(key) === keyId && verify(null, bytes, key, Buffer.from(signature, 'base64'))),
  );
}

function createPublicKeyOf(key: KeyObject): KeyObject {
  return key.type === 'public' ? key : createPublicKey(key);
}
