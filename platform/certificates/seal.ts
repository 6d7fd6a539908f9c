import { plainAddPlaceholder } from '@signpdf/placeholder-plain';
import { SignPdf } from '@signpdf/signpdf';
import { SUBFILTER_ETSI_CADES_DETACHED } from '@signpdf/utils';
import type { Authority } from './authority.ts';
import { CadesSigner } from './cades-signer.ts';

/** Room for the signature in bytes; ours takes about 3,100 with both certificates. */
const signatureRoomBytes = 8192;

/** Seals a PDF with PAdES baseline B (ETSI EN 319 142-1). The words are ASCII: the placeholder writer garbles others. */
export async function sealPdf(pdf: Uint8Array, authority: Authority, sealedAt: Date): Promise<Uint8Array> {
  const withPlaceholder = plainAddPlaceholder({
    pdfBuffer: Buffer.from(pdf),
    reason: 'Certificate issued at a self-service terminal (SAMPLE)',
    contactInfo: '',
    name: 'Huangyan Sample Electronic Seal',
    location: 'Huangyan, Taizhou, Zhejiang',
    signingTime: sealedAt,
    signatureLength: signatureRoomBytes,
    subFilter: SUBFILTER_ETSI_CADES_DETACHED,
  });
  const sealed = await new SignPdf().sign(withPlaceholder, new CadesSigner(authority));
  return new Uint8Array(sealed);
}
