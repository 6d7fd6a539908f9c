import { createPrivateKey } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { Certificate } from 'pkijs';
import { writeWhole } from '../../content/common/write-whole.ts';
import { certificatePem, type Identity, keyAlgorithm, makeIdentity, type Naming, privateKeyPem } from './x509.ts';

/** The demo authority: one root and one sealing certificate under it. A real start puts an accredited one in its place. */
export interface Authority {
  root: Identity;
  sealer: Identity;
}

const dayMs = 86_400_000;
const renewBeforeMs = 30 * dayMs;

export interface AuthorityNames {
  root: Naming;
  sealer: Naming;
}

export const demoAuthorityNames: AuthorityNames = {
  root: { commonName: 'Huangyan Sample Certificate Authority', organisation: '黄岩区自助终端（示例 SAMPLE）' },
  sealer: { commonName: 'Huangyan Sample Electronic Seal', organisation: '黄岩区自助终端（示例 SAMPLE）' },
};

export async function makeAuthority(names: AuthorityNames, now: Date): Promise<Authority> {
  const root = await makeIdentity({
    subject: names.root,
    notBefore: new Date(now.getTime() - dayMs),
    notAfter: new Date(now.getTime() + 10 * 365 * dayMs),
    keyUsage: 0x06,
    authority: true,
    issuer: null,
  });
  return { root, sealer: await makeSealer(root, names.sealer, now) };
}

/** Backdated by a day so that a terminal whose clock is a little behind still accepts the first seal. */
export async function makeSealer(root: Identity, naming: Naming, now: Date): Promise<Identity> {
  return makeIdentity({
    subject: naming,
    notBefore: new Date(now.getTime() - dayMs),
    notAfter: new Date(now.getTime() + 2 * 365 * dayMs),
    keyUsage: 0xc0,
    authority: false,
    issuer: root,
  });
}

/**
 * The authority kept in `folder`, made at the first start. It is written beside and renamed into place, so a crash
 * never leaves half an authority; a damaged one throws, because a new root would make every terminal refuse its seals.
 */
export async function openAuthority(folder: string, now: Date): Promise<Authority> {
  const root = await readIdentity(folder, 'root');
  if (!root) {
    const authority = await makeAuthority(demoAuthorityNames, now);
    const draft = await mkdtemp(`${folder}.new-`);
    await writeIdentity(draft, 'root', authority.root);
    await writeIdentity(draft, 'sealer', authority.sealer);
    await rename(draft, folder);
    return authority;
  }
  const kept = await readIdentity(folder, 'sealer');
  if (kept && kept.certificate.notAfter.value.getTime() - now.getTime() > renewBeforeMs) return { root, sealer: kept };
  const sealer = await makeSealer(root, demoAuthorityNames.sealer, now);
  await writeIdentity(folder, 'sealer', sealer);
  return { root, sealer };
}

export function trustAnchorPem(authority: Authority): string {
  return certificatePem(authority.root.certificate);
}

/** One file holds key and certificate, so that the two can never be of different generations. */
async function writeIdentity(folder: string, name: string, identity: Identity): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await chmod(folder, 0o700);
  const text = `${privateKeyPem(identity.privateKey)}${certificatePem(identity.certificate)}`;
  await writeWhole(join(folder, `${name}.pem`), text, 0o600);
}

async function readIdentity(folder: string, name: string): Promise<Identity | null> {
  const pem = await readFile(join(folder, `${name}.pem`), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (pem === null) return null;
  const base64 = /-----BEGIN CERTIFICATE-----([\s\S]+?)-----END CERTIFICATE-----/.exec(pem)?.[1];
  if (base64 === undefined) throw new Error(`${name}.pem of the authority holds no certificate`);
  const certificate = Certificate.fromBER(Buffer.from(base64, 'base64'));
  const pkcs8 = Uint8Array.from(createPrivateKey(pem).export({ type: 'pkcs8', format: 'der' }));
  const privateKey = await crypto.subtle.importKey('pkcs8', pkcs8, keyAlgorithm, true, ['sign']);
  return { certificate, privateKey, publicKey: await certificate.getPublicKey() };
}
