import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import {
  type Authority,
  demoAuthorityNames,
  makeAuthority,
  makeSealer,
  trustAnchorPem,
} from '../../platform/certificates/authority.ts';
import { sealPdf } from '../../platform/certificates/seal.ts';
import { createTypesetter } from '../../platform/certificates/typeset.ts';
import { certificatePem, makeIdentity } from '../../platform/certificates/x509.ts';
import { checkSeal } from './seal-check.ts';

const now = new Date('2026-11-23T08:00:00Z');
const dayMs = 86_400_000;
let authority: Authority;
let plain: Uint8Array;
let sealed: Uint8Array;

beforeAll(async () => {
  authority = await makeAuthority(demoAuthorityNames, now);
  const words = { zh: '示例', en: 'Sample' };
  plain = createTypesetter().typeset({
    title: words,
    number: 'HY331003-2026-000042-6',
    holder: { name: '王小明', idNumber: '331003199005120018' },
    statement: words,
    table: { columns: [words], rows: [['示例']], figures: [] },
    purpose: words,
    issuer: words,
    issuedOn: words,
    verification: {
      address: 'https://certificates.example.cn/v/x',
      page: 'https://certificates.example.cn/v',
      code: '0000-0000',
      qrSvg: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>',
    },
  }).pdf;
  sealed = await sealPdf(plain, authority, now);
});

function check(pdf: Uint8Array, at = now, anchors = [trustAnchorPem(authority)]) {
  return checkSeal(pdf, anchors, at);
}

/** `find` replaced by words of the same length, so that every offset stays right. */
function changed(pdf: Uint8Array, find: RegExp, replace: (found: string) => string): Uint8Array {
  const text = Buffer.from(pdf).toString('latin1');
  const out = text.replace(find, replace);
  if (out === text) throw new Error(`nothing to change for ${find}`);
  return Buffer.from(out, 'latin1');
}

test('a sealed certificate passes, with the name of the seal and its time', async () => {
  expect(await check(sealed)).toEqual({ ok: true, signer: 'Huangyan Sample Electronic Seal', signedAt: now });
});

test('a peer that nobody here wrote agrees that the seal is good', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'seal-check-'));
  await writeFile(join(folder, 'sealed.pdf'), sealed);
  const { stdout } = await promisify(execFile)('pdfsig', ['-nocert', join(folder, 'sealed.pdf')]);
  await rm(folder, { recursive: true });
  expect(stdout).toContain('Signature is Valid');
  expect(stdout).toContain('Total document signed');
});

test('a change of any byte outside the signature is noticed', async () => {
  const gapBegin = Buffer.from(sealed).lastIndexOf('/Contents <') + 10;
  const gapEnd = Buffer.from(sealed).indexOf('>', gapBegin) + 1;
  const outside = fc.integer({ min: 0, max: sealed.length - 1 }).filter(at => at < gapBegin || at >= gapEnd);
  await fc.assert(
    fc.asyncProperty(outside, fc.integer({ min: 1, max: 255 }), async (at, flip) => {
      const bytes = Uint8Array.from(sealed);
      bytes[at] = (bytes[at] ?? 0) ^ flip;
      expect((await check(bytes)).ok).toBe(false);
    }),
    { numRuns: 150 },
  );
});

test('a changed signature is noticed', async () => {
  const broken = changed(sealed, /(?<=\/Contents <[0-9a-f]{800})[0-9a-f]{2}/, byte => (byte === '00' ? '01' : '00'));
  expect((await check(broken)).ok).toBe(false);
});

test('bytes appended, put before or cut off are noticed', async () => {
  const appended = Buffer.concat([sealed, Buffer.from('\n1 0 obj <<>> endobj\n%%EOF')]);
  expect(await check(appended)).toEqual({ ok: false, why: 'the signature does not cover the whole file' });
  expect((await check(Buffer.concat([Buffer.from('\n'), sealed]))).ok).toBe(false);
  expect((await check(sealed.subarray(0, -1))).ok).toBe(false);
});

test('bytes hidden in the room behind the signature are noticed', async () => {
  const hidden = changed(sealed, /0000>/, () => '4142>');
  expect(await check(hidden)).toEqual({ ok: false, why: 'something is hidden behind the signature' });
});

test('a range that leaves out more than the signature is noticed', async () => {
  const wider = changed(sealed, /\/ByteRange \[0 (\d+)/, found =>
    found.replace(/(\d)$/, last => `${(Number(last) + 9) % 10}`),
  );
  expect((await check(wider)).ok).toBe(false);
});

test('a second signature is not accepted', async () => {
  const twice = await sealPdf(sealed, authority, now);
  expect(await check(twice)).toEqual({ ok: false, why: 'there is more than one signature' });
});

test('a certificate without a signature is refused', async () => {
  expect(await check(plain)).toEqual({ ok: false, why: 'there is no signature' });
});

test('the signature of one certificate does not fit another', async () => {
  const other = await sealPdf(plain, authority, new Date(now.getTime() + 1000));
  const signature = /(?<=\/Contents <)[0-9a-f]+/.exec(Buffer.from(sealed).toString('latin1'))?.[0] ?? '';
  const swapped = changed(other, /(?<=\/Contents <)[0-9a-f]+/, () => signature);
  expect(await check(swapped)).toEqual({ ok: false, why: 'the file was changed after it was sealed' });
});

test('another authority is not trusted, not even one of the same name', async () => {
  const impostor = await makeAuthority(demoAuthorityNames, now);
  const forged = await sealPdf(plain, impostor, now);
  const why = 'the seal is not from the trusted authority';
  expect(await check(forged)).toEqual({ ok: false, why });
  expect(await check(sealed, now, [])).toEqual({ ok: false, why });
  expect((await check(forged, now, [trustAnchorPem(authority), trustAnchorPem(impostor)])).ok).toBe(true);
});

test('a seal counts only while its certificate and its authority are valid', async () => {
  const why = 'the certificate of the seal is not valid now';
  expect(await check(sealed, new Date(now.getTime() + 731 * dayMs))).toEqual({ ok: false, why });
  expect(await check(sealed, new Date(now.getTime() - 2 * dayMs))).toEqual({ ok: false, why });
  const late = new Date(now.getTime() + 3649 * dayMs);
  const lateSeal = { root: authority.root, sealer: await makeSealer(authority.root, demoAuthorityNames.sealer, late) };
  const afterRoot = new Date(now.getTime() + 3660 * dayMs);
  expect(await check(await sealPdf(plain, lateSeal, late), afterRoot)).toEqual({
    ok: false,
    why: 'the trusted authority is not valid now',
  });
});

test('a certificate that is not for signing cannot seal', async () => {
  const request = { subject: demoAuthorityNames.sealer, notBefore: now, notAfter: new Date(now.getTime() + dayMs) };
  const sealer = await makeIdentity({ ...request, keyUsage: 0x20, authority: false, issuer: authority.root });
  const answer = await check(await sealPdf(plain, { root: authority.root, sealer }, now));
  expect(answer).toEqual({ ok: false, why: 'the certificate is not for signing' });
});

test('an end certificate cannot act as an authority, even when it is trusted', async () => {
  const second = await makeSealer(authority.sealer, demoAuthorityNames.sealer, now);
  const forged = await sealPdf(plain, { root: authority.sealer, sealer: second }, now);
  expect((await check(forged)).ok).toBe(false);
  expect((await check(forged, now, [certificatePem(authority.sealer.certificate)])).ok).toBe(false);
});

test('garbage is refused and never throws', async () => {
  const anchors = [trustAnchorPem(authority)];
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async bytes => {
      expect((await checkSeal(bytes, anchors, now)).ok).toBe(false);
      const framed = Buffer.from(`%PDF-1.7\n${Buffer.from(bytes).toString('latin1')}`, 'latin1');
      expect((await checkSeal(framed, anchors, now)).ok).toBe(false);
    }),
  );
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ minLength: 2, maxLength: 64 }), async bytes => {
      const hex = Buffer.from(bytes).toString('hex');
      const garbled = changed(sealed, /(?<=\/Contents <)[0-9a-f]+/, found => hex + found.slice(hex.length));
      expect((await checkSeal(garbled, anchors, now)).ok).toBe(false);
    }),
  );
  expect((await checkSeal(sealed, ['not a certificate'], now)).ok).toBe(false);
});
