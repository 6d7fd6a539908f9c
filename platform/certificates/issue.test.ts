import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestPlatform, publicUrl, type TestPlatform, wang, zheng } from '../platform.test-support.ts';
import { abandonedAfterMs, voidAbandoned } from './abandoned.ts';
import { issueCertificate } from './issue.ts';
import { kinds } from './kinds.ts';
import { parseCertificateNumber } from './number.ts';
import type { CertificateKind } from './records.ts';
import { changeState, dropLeftovers, reserve } from './register.ts';
import { samplePeople } from './sample-records.ts';

const run = promisify(execFile);
const terminalId = '331003206-1';
let platform: TestPlatform;
let folder: string;
let files = 0;

beforeAll(async () => {
  platform = await createTestPlatform();
  folder = await mkdtemp(join(tmpdir(), 'issue-test-'));
});
afterAll(async () => {
  await platform.close();
  await rm(folder, { recursive: true });
});

async function issuedFile(kind: CertificateKind, person = wang) {
  const requestId = `file-${++files}`;
  const issued = await issueCertificate(platform.issuing, { terminalId, requestId, person, kind });
  const file = join(folder, `${requestId}.pdf`);
  await writeFile(file, Buffer.from(issued.pdfBase64, 'base64'));
  return { issued, file };
}

test.each(Object.keys(kinds) as CertificateKind[])('%s is one sealed page that says whose it is', async kind => {
  const person = samplePeople.find(({ records }) => records.some(record => record.kind === kind))?.person ?? wang;
  const { issued, file } = await issuedFile(kind, person);
  const { stdout: words } = await run('pdftotext', ['-layout', file, '-']);
  for (const word of [issued.number, person.name, person.idNumber, '示例 SAMPLE', '以下空白']) {
    expect(words).toContain(word);
  }
  const { stdout: facts } = await run('pdfinfo', [file]);
  expect(facts).toMatch(/Pages:\s+1\n/);
  expect(facts).toMatch(/Page size:.*A4/);
  const { stdout: seal } = await run('pdfsig', ['-nocert', file]);
  expect(seal).toContain('Signature is Valid');
  expect(seal).toContain('Total document signed');
  expect(seal).toContain('ETSI.CAdES.detached');
  const { stdout: fonts } = await run('pdffonts', [file]);
  for (const line of fonts.trim().split('\n').slice(2)) expect(line).toMatch(/Noto(Serif|Sans)CJKsc.* yes yes yes /);
});

test('a rare character of a name stands in the certificate', async () => {
  const { file } = await issuedFile('property-owned', zheng);
  expect((await run('pdftotext', [file, '-'])).stdout).toContain(zheng.name);
});

test('a phone reads the address of the verification page from the printed sheet', async () => {
  const { issued, file } = await issuedFile('housing-fund-deposit');
  const picture = join(folder, 'page');
  await run('pdftoppm', ['-r', '150', '-png', '-singlefile', file, picture]);
  const { stdout } = await run('zbarimg', ['-q', '--raw', `${picture}.png`]);
  expect(stdout.trim()).toMatch(new RegExp(`^${publicUrl}/v/[\\w-]{22}$`));
  const page = await platform.request(new URL(stdout.trim()).pathname);
  expect(await page.text()).toContain(issued.number);
});

test('the same request asked many times at once gives one certificate and takes one number', async () => {
  const before = await lastNumber();
  const request = { terminalId, requestId: 'many-at-once', person: wang, kind: 'property-none' };
  const answers = await Promise.all(Array.from({ length: 8 }, () => issueCertificate(platform.issuing, request)));
  expect(new Set(answers.map(answer => `${answer.number} ${answer.sha256}`)).size).toBe(1);
  expect(answers.every(answer => sha256(answer.pdfBase64) === answer.sha256)).toBe(true);
  expect(await lastNumber()).toBe(before + 1);
});

test('different requests at once get different numbers without a gap', async () => {
  const before = await lastNumber();
  const answers = await Promise.all(
    Array.from({ length: 6 }, (_, index) =>
      issueCertificate(platform.issuing, {
        terminalId,
        requestId: `apart-${index}`,
        person: wang,
        kind: 'property-none',
      }),
    ),
  );
  const running = answers.map(({ number }) => Number(number.slice(14, 20))).sort((a, b) => a - b);
  expect(running).toEqual([1, 2, 3, 4, 5, 6].map(step => before + step));
  for (const { number } of answers) expect(parseCertificateNumber(number)).toBe(number);
});

test('a request that a crash cut off between number and seal is finished under its number', async () => {
  const request = { terminalId, requestId: 'cut-off-1', person: wang, kind: 'property-none' };
  const whole = await issueCertificate(platform.issuing, { ...request, requestId: 'cut-off-0' });
  const { number: _, state: _s, void_reason, changed_at, sha256: _h, pages, ...draft } = await rowOf(whole.number);
  const cut = await reserve(platform.issuing.database, {
    ...draft,
    request_id: request.requestId,
    verification_token: 'A'.repeat(22),
  });
  expect(cut.sha256).toBeNull();
  // The crash may also have come between the file and its digest on record.
  await platform.issuing.sealedFiles.write(cut.number, Buffer.from('sealed before the crash'));
  expect(await dropLeftovers(platform.issuing)).toBe(0);
  const finished = await issueCertificate(platform.issuing, request);
  expect(finished.number).toBe(cut.number);
  expect(sha256(finished.pdfBase64)).toBe((await rowOf(cut.number)).sha256);
  expect(await issueCertificate(platform.issuing, request)).toEqual(finished);
});

test('a file that a crash left after the end of its certificate is dropped at the next start', async () => {
  const { sealedFiles } = platform.issuing;
  const request = { terminalId, requestId: 'left-over-1', person: wang, kind: 'property-none' };
  const { number } = await issueCertificate(platform.issuing, request);
  const file = await sealedFiles.read(number);
  const end = { number, terminalId, action: 'void', reason: 'not-wanted', at: new Date() } as const;
  await changeState(platform.issuing, end);
  expect(await sealedFiles.read(number)).toBeNull();
  await sealedFiles.write(number, file ?? new Uint8Array());
  expect(await dropLeftovers(platform.issuing)).toBe(1);
  expect(await sealedFiles.read(number)).toBeNull();
});

test('a new year begins at number one', async () => {
  const issuing = { ...platform.issuing, now: () => new Date('2027-01-01T00:00:00+08:00') };
  const request = { terminalId, requestId: 'new-year-1', person: wang, kind: 'property-none' };
  expect((await issueCertificate(issuing, request)).number).toMatch(/^HY331003-2027-000001-\d$/);
});

test('what a terminal never released is voided after a day and its file dropped; a released one is left', async () => {
  const { issuing } = platform;
  const ask = (requestId: string) =>
    issueCertificate(issuing, { terminalId, requestId, person: wang, kind: 'property-none' });
  const [lost, out] = [await ask('never-released'), await ask('released-in-time')];
  const release = { number: out.number, terminalId, action: 'release', reason: null, at: new Date() } as const;
  await changeState(issuing, release);
  expect(await voidAbandoned(issuing, new Date())).toBe(0);
  await voidAbandoned(issuing, new Date(Date.now() + abandonedAfterMs + 1000));
  expect(await rowOf(lost.number)).toMatchObject({ state: 'void', void_reason: 'not-wanted' });
  expect(await issuing.sealedFiles.read(lost.number)).toBeNull();
  expect((await rowOf(out.number)).state).toBe('released');
  expect(await issuing.sealedFiles.read(out.number)).not.toBeNull();
});

test('the register holds no name and no number of a person', async () => {
  const rows = await platform.issuing.database.selectFrom('certificates').selectAll().execute();
  const kept = JSON.stringify(rows);
  for (const clear of [wang.name, wang.idNumber, zheng.name, zheng.idNumber]) expect(kept).not.toContain(clear);
});

function rowOf(number: string) {
  const { database } = platform.issuing;
  return database.selectFrom('certificates').selectAll().where('number', '=', number).executeTakeFirstOrThrow();
}

async function lastNumber(): Promise<number> {
  const { database } = platform.issuing;
  const rows = await database.selectFrom('certificate_sequences').selectAll().execute();
  return rows.reduce((last, row) => Math.max(last, row.last), 0);
}

function sha256(base64: string): string {
  return createHash('sha256').update(Buffer.from(base64, 'base64')).digest('hex');
}
