import { describe, expect, test } from 'vitest';
import { codeAddress } from '../../../content/model/code-address.ts';
import { newVerificationToken } from '../../../platform/certificates/verification-secret.ts';
import { readScannedCode } from './scanned-code.ts';

const addresses = {
  verificationUrl: 'https://certificates.example.cn/v/',
  contentOrigin: 'https://guides.example.cn/hy/',
};
const kindOf = (text: string) => readScannedCode(text, addresses).kind;

describe('a scanned text', () => {
  test('is a certificate’s when it is the address printed on one', () => {
    const token = newVerificationToken();
    expect(readScannedCode(`https://certificates.example.cn/v/${token}`, addresses)).toEqual({
      kind: 'certificate',
      token,
    });
    // QR makers may write hosts in capitals, which need less room.
    expect(kindOf(`HTTPS://CERTIFICATES.EXAMPLE.CN/v/${token}`)).toBe('certificate');
  });

  test('is a guide’s when it is the address on a poster or a screen', () => {
    expect(readScannedCode(codeAddress(addresses.contentOrigin, '7vy6nx'), addresses)).toEqual({
      kind: 'guide',
      codeId: '7vy6nx',
    });
  });

  test.each([
    ['another host', `https://certificates.example.com/v/${'A'.repeat(22)}`],
    ['a host that only begins like it', `https://certificates.example.cn.evil.test/v/${'A'.repeat(22)}`],
    ['a name before the host', `https://certificates.example.cn@evil.test/v/${'A'.repeat(22)}`],
    ['another path', `https://certificates.example.cn/w/${'A'.repeat(22)}`],
    ['a token too short', `https://certificates.example.cn/v/${'A'.repeat(21)}`],
    ['something behind the token', `https://certificates.example.cn/v/${'A'.repeat(22)}?x=1`],
    ['a guide outside the origin’s folder', 'https://guides.example.cn/c/7vy6nx/'],
    ['a guide id with a letter that looks like another', 'https://guides.example.cn/hy/c/7vy6n0/'],
    ['a guide without its slash', 'https://guides.example.cn/hy/c/7vy6nx'],
    ['another scheme', `javascript://certificates.example.cn/v/${'A'.repeat(22)}`],
    ['a bar code of a shop', '6901234567892'],
    ['a pair of halves', '\ud842'],
    ['nothing', ''],
  ])('is unknown: %s', (_, text) => {
    expect(kindOf(text)).toBe('unknown');
  });

  test('is a citizen’s only where the pattern of those codes is known', () => {
    const code = 'CTID:QUJDREVGRw==';
    expect(kindOf(code)).toBe('unknown');
    const citizenCode = /^CTID:[\w+/=]+$/g;
    for (let time = 0; time < 3; time += 1)
      expect(readScannedCode(code, { ...addresses, citizenCode })).toEqual({ kind: 'citizen', code });
    expect(readScannedCode('6901234567892', { ...addresses, citizenCode }).kind).toBe('unknown');
  });
});
