import type { ScannedCode } from './types.ts';

/** The addresses that stand in codes of ours. Each ends in a slash. */
export interface CodeAddresses {
  /** Below it stand the tokens of certificates: the platform's public address and `v/`. */
  verificationUrl: string;
  /** Below it stand the pages of guide codes, as content/model/code-address.ts says. */
  contentOrigin: string;
  /**
   * What a citizen's electronic ID code looks like here. Neither the code of the national network ID service nor the
   * province's has a published form, and what is in it means nothing to a terminal: whoever runs one that a service takes
   * says the pattern. Without it no code is taken for one.
   */
  citizenCode?: RegExp;
}

/** 128 bits in base64url, as platform/certificates gives them. */
const certificateToken = /^[\w-]{22}$/;
/** As content/codes gives them: no letter that looks like another. Whether there is such a code, the content knows. */
const guidePath = /^c\/([2-9a-hj-km-np-z]{6})\/$/;

/** What a scanned text is. Total. What is none of ours may be personal all the same: it must not be logged. */
export function readScannedCode(text: string, addresses: CodeAddresses): ScannedCode {
  const token = below(addresses.verificationUrl, text);
  if (token !== null && certificateToken.test(token)) return { kind: 'certificate', token };
  const codeId = guidePath.exec(below(addresses.contentOrigin, text) ?? '')?.[1];
  if (codeId !== undefined) return { kind: 'guide', codeId };
  // search() begins at the beginning, whatever flags the pattern has.
  const isCitizen = addresses.citizenCode !== undefined && text.search(addresses.citizenCode) >= 0;
  return isCitizen ? { kind: 'citizen', code: text } : { kind: 'unknown' };
}

/** What stands in an address behind `origin`, or null. Host names may be written in capitals, as some QR makers do. */
function below(origin: string, text: string): string | null {
  const [base, url] = [URL.parse(origin), URL.parse(text)];
  if (base === null || url === null || !/^https?:$/.test(url.protocol)) return null;
  return url.href.startsWith(base.href) ? url.href.slice(base.href.length) : null;
}
