import { KeyObject, randomBytes } from 'node:crypto';
import * as asn1js from 'asn1js';
import { AttributeTypeAndValue, BasicConstraints, Certificate, Extension, RelativeDistinguishedNames } from 'pkijs';

/** A key pair with the certificate that names it. */
export interface Identity {
  certificate: Certificate;
  privateKey: CryptoKey;
  publicKey: CryptoKey;
}

export interface Naming {
  /** X.520 common name; Chinese is fine. */
  commonName: string;
  organisation: string;
}

interface CertificateRequest {
  subject: Naming;
  notBefore: Date;
  notAfter: Date;
  /** Bits of RFC 5280 keyUsage, first octet: 0x80 digitalSignature, 0x40 nonRepudiation, 0x04 keyCertSign, 0x02 cRLSign. */
  keyUsage: number;
  authority: boolean;
  /** Null: signed with its own key. */
  issuer: Identity | null;
}

/** RSA 3072 with SHA-256: every PDF reader verifies it, and ETSI TS 119 312 no longer advises 2048 bits. */
export const keyAlgorithm = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  modulusLength: 3072,
  publicExponent: new Uint8Array([1, 0, 1]),
};

/** A fresh key and its X.509 v3 certificate (RFC 5280 profile: key identifiers, basic constraints, key usage). */
export async function makeIdentity(request: CertificateRequest): Promise<Identity> {
  const keys = await crypto.subtle.generateKey(keyAlgorithm, true, ['sign', 'verify']);
  const certificate = new Certificate();
  certificate.version = 2;
  certificate.serialNumber = new asn1js.Integer({ valueHex: positiveSerial() });
  certificate.notBefore.value = request.notBefore;
  certificate.notAfter.value = request.notAfter;
  certificate.subject = distinguishedName(request.subject);
  certificate.issuer = request.issuer?.certificate.subject ?? certificate.subject;
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey);
  const issuerKey = request.issuer?.publicKey ?? keys.publicKey;
  certificate.extensions = [
    basicConstraints(request.authority),
    keyUsage(request.keyUsage),
    extension('2.5.29.14', false, new asn1js.OctetString({ valueHex: await keyIdentifier(keys.publicKey) })),
    authorityKeyIdentifier(await keyIdentifier(issuerKey)),
  ];
  await certificate.sign(request.issuer?.privateKey ?? keys.privateKey, 'SHA-256');
  return { certificate, ...keys };
}

export function certificatePem(certificate: Certificate): string {
  const base64 = Buffer.from(certificate.toSchema(true).toBER()).toString('base64');
  return `-----BEGIN CERTIFICATE-----\n${base64.replace(/(.{64})/g, '$1\n').trimEnd()}\n-----END CERTIFICATE-----\n`;
}

export function privateKeyPem(key: CryptoKey): string {
  return KeyObject.from(key).export({ type: 'pkcs8', format: 'pem' }).toString();
}

/** Decoded from DER because pkijs, left to itself, writes all parts as one multi-valued RDN. */
function distinguishedName(naming: Naming): RelativeDistinguishedNames {
  const parts = [
    new AttributeTypeAndValue({ type: '2.5.4.6', value: new asn1js.PrintableString({ value: 'CN' }) }),
    new AttributeTypeAndValue({ type: '2.5.4.10', value: new asn1js.Utf8String({ value: naming.organisation }) }),
    new AttributeTypeAndValue({ type: '2.5.4.3', value: new asn1js.Utf8String({ value: naming.commonName }) }),
  ];
  const sequence = new asn1js.Sequence({ value: parts.map(part => new asn1js.Set({ value: [part.toSchema()] })) });
  return RelativeDistinguishedNames.fromBER(sequence.toBER());
}

function extension(id: string, critical: boolean, value: asn1js.BaseBlock): Extension {
  return new Extension({ extnID: id, critical, extnValue: value.toBER() });
}

function basicConstraints(authority: boolean): Extension {
  const value = authority ? new BasicConstraints({ cA: true, pathLenConstraint: 0 }) : new BasicConstraints();
  return extension('2.5.29.19', true, value.toSchema());
}

function keyUsage(bits: number): Extension {
  const unusedBits = Math.clz32(bits & -bits) ^ 31;
  return extension('2.5.29.15', true, new asn1js.BitString({ valueHex: Uint8Array.of(bits).buffer, unusedBits }));
}

function authorityKeyIdentifier(identifier: ArrayBuffer): Extension {
  const value = new asn1js.Sequence({
    value: [new asn1js.Primitive({ idBlock: { tagClass: 3, tagNumber: 0 }, valueHex: identifier })],
  });
  return extension('2.5.29.35', false, value);
}

/** RFC 7093 method 1: the first 160 bits of the SHA-256 of the public key. */
async function keyIdentifier(publicKey: CryptoKey): Promise<ArrayBuffer> {
  const digest = await crypto.subtle.digest('SHA-256', await crypto.subtle.exportKey('spki', publicKey));
  return digest.slice(0, 20);
}

/** 126 random bits, never negative and never zero-led: DER integers are signed. */
function positiveSerial(): ArrayBuffer {
  const bytes = Uint8Array.from(randomBytes(16));
  bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x40;
  return bytes.buffer;
}
