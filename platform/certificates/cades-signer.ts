import { createHash } from 'node:crypto';
import { Signer } from '@signpdf/utils';
import * as asn1js from 'asn1js';
import {
  Attribute,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from 'pkijs';
import type { Authority } from './authority.ts';

const oids = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  /** ESS signing-certificate-v2, RFC 5035. */
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
};

/**
 * Detached CAdES signature as PAdES baseline B wants it (ETSI EN 319 142-1): content-type, message-digest and
 * signing-certificate-v2 are signed; signing-time is left out because the PDF's own /M carries it.
 */
export class CadesSigner extends Signer {
  readonly #authority: Authority;

  constructor(authority: Authority) {
    super();
    this.#authority = authority;
  }

  override async sign(pdf: Buffer): Promise<Buffer> {
    const { certificate, privateKey } = this.#authority.sealer;
    const signed = new SignedData({
      version: 1,
      encapContentInfo: new EncapsulatedContentInfo({ eContentType: oids.data }),
      signerInfos: [
        new SignerInfo({
          version: 1,
          sid: new IssuerAndSerialNumber({ issuer: certificate.issuer, serialNumber: certificate.serialNumber }),
          signedAttrs: new SignedAndUnsignedAttributes({ type: 0, attributes: this.#signedAttributes(pdf) }),
        }),
      ],
      certificates: [certificate, this.#authority.root.certificate],
    });
    await signed.sign(privateKey, 0, 'SHA-256');
    const info = new ContentInfo({ contentType: oids.signedData, content: signed.toSchema(true) });
    return Buffer.from(info.toSchema().toBER());
  }

  #signedAttributes(pdf: Buffer): Attribute[] {
    const digest = createHash('sha256').update(pdf).digest();
    const certificateDer = Buffer.from(this.#authority.sealer.certificate.toSchema(true).toBER());
    const certificateHash = createHash('sha256').update(certificateDer).digest();
    // ESSCertIDv2 with its default hash algorithm (SHA-256) left out, as DER demands of defaults.
    const certId = new asn1js.Sequence({ value: [new asn1js.OctetString({ valueHex: bytes(certificateHash) })] });
    const attributes = [
      attribute(oids.contentType, new asn1js.ObjectIdentifier({ value: oids.data })),
      attribute(oids.messageDigest, new asn1js.OctetString({ valueHex: bytes(digest) })),
      attribute(oids.signingCertificateV2, new asn1js.Sequence({ value: [new asn1js.Sequence({ value: [certId] })] })),
    ];
    // DER orders the members of a SET OF by their encoding.
    return attributes.sort((a, b) => Buffer.compare(der(a), der(b)));
  }
}

function attribute(type: string, value: asn1js.BaseBlock): Attribute {
  return new Attribute({ type, values: [value] });
}

function der(value: Attribute): Buffer {
  return Buffer.from(value.toSchema().toBER());
}

function bytes(buffer: Buffer): ArrayBuffer {
  return Uint8Array.from(buffer).buffer;
}
