import { createHash, createPublicKey, timingSafeEqual, verify, X509Certificate } from 'node:crypto';
import * as asn1js from 'asn1js';
import { type Attribute, Certificate, ContentInfo, IssuerAndSerialNumber, SignedData, type SignerInfo } from 'pkijs';
import { findPdfSignature } from './pdf-signature.ts';

/** signer: common name of the seal. signedAt: the time the signer wrote into the PDF, null when it wrote none. */
export type SealFinding = { ok: true; signer: string; signedAt: Date | null } | { ok: false; why: string };

const oids = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  keyUsage: '2.5.29.15',
  sha256: '2.16.840.1.101.3.4.2.1',
};

/** RSA PKCS #1 v1.5 and ECDSA, both with SHA-256 only: what a signature may name as its algorithm. */
const signatureAlgorithms = new Map([
  ['1.2.840.113549.1.1.1', 'rsa'],
  ['1.2.840.113549.1.1.11', 'rsa'],
  ['1.2.840.10045.4.3.2', 'ec'],
]);

class SealRefused extends Error {}

/**
 * Checks the seal of a certificate before it is printed: PAdES baseline B (ETSI EN 319 142-1) over the whole file, by a
 * certificate that one of `trustAnchorsPem` issued directly (name an intermediate as the anchor where there is one) and
 * that is valid `now`: without a timestamp the signer's own time proves nothing. Never throws: `why` is for staff.
 */
export async function checkSeal(pdf: Uint8Array, trustAnchorsPem: string[], now: Date): Promise<SealFinding> {
  try {
    const finding = findPdfSignature(pdf);
    if (!finding.found) return { ok: false, why: finding.why };
    const { signedBytes, cms, subFilter, signedAt } = finding.signature;
    if (subFilter !== 'ETSI.CAdES.detached') refuse('the signature is not of the PAdES kind');
    const { signerInfo, certificate } = readCms(cms);
    checkSignedAttributes(signerInfo, signedBytes, certificate);
    checkSignature(signerInfo, certificate);
    checkKeyUsage(certificate);
    checkChain(nodeCertificate(certificate), trustAnchorsPem, now);
    return { ok: true, signer: commonName(certificate), signedAt };
  } catch (error) {
    // Parsers throw all manner of things on bytes that were tampered with; every one of them means "do not print".
    return { ok: false, why: error instanceof SealRefused ? error.message : 'the signature cannot be read' };
  }
}

function refuse(why: string): never {
  throw new SealRefused(why);
}

function readCms(padded: Uint8Array): { signerInfo: SignerInfo; certificate: Certificate } {
  const parsed = asn1js.fromBER(Uint8Array.from(padded).buffer);
  if (parsed.offset <= 0) refuse('the signature is not ASN.1');
  if (padded.subarray(parsed.offset).some(byte => byte !== 0)) refuse('something is hidden behind the signature');
  const info = new ContentInfo({ schema: parsed.result });
  if (info.contentType !== oids.signedData) refuse('the signature is not CMS signed data');
  const signed = new SignedData({ schema: info.content });
  // Embedded content would be verified in place of the file.
  if (signed.encapContentInfo.eContentType !== oids.data || signed.encapContentInfo.eContent) {
    refuse('the signature is not detached');
  }
  const [signerInfo, ...others] = signed.signerInfos;
  if (!signerInfo || others.length > 0) refuse('there is not exactly one signer');
  const { sid } = signerInfo;
  if (!(sid instanceof IssuerAndSerialNumber)) refuse('the signer is not named by issuer and serial number');
  const certificate = (signed.certificates ?? [])
    .filter(candidate => candidate instanceof Certificate)
    .find(candidate => candidate.issuer.isEqual(sid.issuer) && candidate.serialNumber.isEqual(sid.serialNumber));
  return { signerInfo, certificate: certificate ?? refuse('the signer’s certificate is missing') };
}

function checkSignedAttributes(signerInfo: SignerInfo, signedBytes: Uint8Array, certificate: Certificate): void {
  if (signerInfo.digestAlgorithm.algorithmId !== oids.sha256) refuse('the digest is not SHA-256');
  const attributes = signerInfo.signedAttrs?.attributes ?? refuse('the signature has no signed attributes');
  const contentType = onlyValue(attributes, oids.contentType);
  if (!(contentType instanceof asn1js.ObjectIdentifier) || contentType.getValue() !== oids.data) {
    refuse('the signed content type is wrong');
  }
  if (!sameBytes(octets(onlyValue(attributes, oids.messageDigest)), sha256(signedBytes))) {
    refuse('the file was changed after it was sealed');
  }
  if (!sameBytes(signingCertificateHash(attributes), sha256(der(certificate)))) {
    refuse('the certificate is not the one that was signed with');
  }
}

/** SigningCertificateV2 -> certs -> first ESSCertIDv2 -> certHash (RFC 5035), SHA-256 by default. */
function signingCertificateHash(attributes: Attribute[]): Uint8Array {
  const certs = children(onlyValue(attributes, oids.signingCertificateV2))[0];
  const fields = children(children(certs)[0]);
  const [first] = fields;
  if (first instanceof asn1js.OctetString) return octets(first);
  const algorithm = children(first)[0];
  if (!(algorithm instanceof asn1js.ObjectIdentifier) || algorithm.getValue() !== oids.sha256) {
    refuse('the certificate hash is not SHA-256');
  }
  return octets(fields[1]);
}

function checkSignature(signerInfo: SignerInfo, certificate: Certificate): void {
  const key = createPublicKey({ key: der(certificate.subjectPublicKeyInfo), format: 'der', type: 'spki' });
  const expected = signatureAlgorithms.get(signerInfo.signatureAlgorithm.algorithmId);
  if (expected === undefined || key.asymmetricKeyType !== expected) refuse('the signature algorithm is not accepted');
  const attributes = Buffer.from(signerInfo.signedAttrs?.encodedValue ?? new ArrayBuffer(0));
  if (!verify('sha256', attributes, key, octets(signerInfo.signature))) refuse('the signature is wrong');
}

/** A seal needs digitalSignature or nonRepudiation (RFC 5280, 4.2.1.3). */
function checkKeyUsage(certificate: Certificate): void {
  const usage = certificate.extensions?.find(extension => extension.extnID === oids.keyUsage)?.parsedValue;
  if (!(usage instanceof asn1js.BitString)) refuse('the certificate does not say what its key is for');
  if (((usage.valueBlock.valueHexView[0] ?? 0) & 0xc0) === 0) refuse('the certificate is not for signing');
}

function checkChain(leaf: X509Certificate, trustAnchorsPem: string[], now: Date): void {
  const anchors = trustAnchorsPem.map(pem => new X509Certificate(pem));
  // checkIssued compares names, key identifiers and the issuer's keyCertSign; verify proves the signature.
  const anchor = anchors.find(each => each.ca && leaf.checkIssued(each) && leaf.verify(each.publicKey));
  if (!anchor) refuse('the seal is not from the trusted authority');
  if (!validAt(leaf, now)) refuse('the certificate of the seal is not valid now');
  if (!validAt(anchor, now)) refuse('the trusted authority is not valid now');
}

function validAt(certificate: X509Certificate, now: Date): boolean {
  return certificate.validFromDate <= now && now <= certificate.validToDate;
}

function onlyValue(attributes: Attribute[], type: string): unknown {
  const [attribute, ...others] = attributes.filter(each => each.type === type);
  if (!attribute || others.length > 0 || attribute.values.length !== 1)
    refuse(`signed attribute ${type} is not there once`);
  return attribute.values[0];
}

function children(block: unknown): unknown[] {
  return block instanceof asn1js.Sequence ? block.valueBlock.value : refuse('a signed attribute is malformed');
}

function octets(block: unknown): Uint8Array {
  return block instanceof asn1js.OctetString
    ? block.valueBlock.valueHexView
    : refuse('a signed attribute is malformed');
}

function der(block: { toSchema(encodeFlag?: boolean): asn1js.BaseBlock }): Buffer {
  return Buffer.from(block.toSchema().toBER());
}

function nodeCertificate(certificate: Certificate): X509Certificate {
  return new X509Certificate(der(certificate));
}

function commonName(certificate: Certificate): string {
  const part = certificate.subject.typesAndValues.find(each => each.type === '2.5.4.3');
  return typeof part?.value.valueBlock.value === 'string' ? part.value.valueBlock.value : '';
}

function sha256(bytes: Uint8Array): Uint8Array {
  return createHash('sha256').update(bytes).digest();
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}
