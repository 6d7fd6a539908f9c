import { codeAddress } from '../../content/model/code-address.ts';

/** What the dock can hold before the code reader without any paper at hand. */
export function sampleCodes(contentOrigin: string, platformUrl: string): { id: string; label: string; text: string }[] {
  const unknown = new URL(`v/${'A'.repeat(22)}`, platformUrl).href;
  return [
    // Codes are never given to anything else: this one is of the library card, for ever.
    { id: 'guide', label: '读者证指南 A guide', text: codeAddress(contentOrigin, '7vy6nx') },
    { id: 'unknown-certificate', label: '没有签发过的证明 A certificate nobody issued', text: unknown },
    { id: 'shop', label: '商店的条码 A shop’s bar code', text: '6901234567892' },
  ];
}
