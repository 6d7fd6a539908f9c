import { Hono } from 'hono';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { issueCertificate } from '../certificates/issue.ts';
import { changeState } from '../certificates/register.ts';
import type { CertificateAction } from '../certificates/states.ts';
import { answerPage } from '../pages/page.ts';
import { createTestPlatform, type TestPlatform, wang } from '../platform.test-support.ts';
import { findingPage } from './finding-page.ts';

const terminalId = '331003206-1';
let platform: TestPlatform;
let requests = 0;
beforeAll(async () => {
  platform = await createTestPlatform();
});
afterAll(() => platform.close());

/** A certificate that went through these actions, as it is on record. */
async function certificateAfter(...actions: CertificateAction[]) {
  const { issuing } = platform;
  const requestId = `verified-${++requests}`;
  const { number } = await issueCertificate(issuing, { terminalId, requestId, person: wang, kind: 'property-none' });
  for (const action of actions) {
    const reason = action === 'void' ? 'print-failed' : null;
    await changeState(issuing, { number, terminalId, action, reason, at: new Date() });
  }
  const { database } = issuing;
  return database.selectFrom('certificates').selectAll().where('number', '=', number).executeTakeFirstOrThrow();
}

async function pageOf(path: string): Promise<{ status: number; text: string; headers: Headers }> {
  const response = await platform.request(path);
  return { status: response.status, text: await response.text(), headers: response.headers };
}

function typed(number: string, code: string): Promise<Response> {
  return platform.request('/v', { method: 'POST', body: new URLSearchParams({ number, code }) });
}

test.each([
  ['prepared', [], '尚未生效'],
  ['released', ['release'], '有效'],
  ['printed', ['release', 'printed'], '有效'],
  ['void', ['void'], '已作废'],
  ['void after its release', ['release', 'void'], '已作废'],
] as const)('a %s certificate says so, with what a stranger may see', async (_, actions, title) => {
  const row = await certificateAfter(...actions);
  const { status, text } = await pageOf(`/v/${row.verification_token}`);
  expect(status).toBe(200);
  expect(text).toContain(`<h1>${title} `);
  for (const shown of [row.number, '王*明', '3310**********0018', '无房证明', '黄岩区政务服务平台', '虚构']) {
    expect(text).toContain(shown);
  }
  for (const hidden of [wang.name, wang.idNumber, row.person_hash, row.verification_code]) {
    expect(text).not.toContain(hidden);
  }
});

test.each([
  ['prepared', [], { finding: 'unknown' }],
  ['released', ['release'], { finding: 'valid', number: expect.stringMatching(/^HY331003-/), maskedName: '王*明' }],
  ['void', ['release', 'void'], { finding: 'void', maskedIdNumber: '3310**********0018' }],
] as const)(
  'a terminal that is shown a %s certificate’s code hears what a stranger may know',
  async (_, actions, finding) => {
    const row = await certificateAfter(...actions);
    const { status, text } = await pageOf(`/api/verification/${row.verification_token}`);
    expect(status).toBe(200);
    expect(JSON.parse(text)).toMatchObject(finding);
    for (const hidden of [wang.name, wang.idNumber, row.person_hash, row.verification_code]) {
      expect(text).not.toContain(hidden);
    }
  },
);

test.each(['A'.repeat(22), 'x', '..%2f..', '%00', "'or'1'='1"])(
  'the unknown token %s says that there is none',
  async secret => {
    const { status, text } = await pageOf(`/v/${secret}`);
    expect(status).toBe(404);
    expect(text).toContain('没有这份证明');
  },
);

test('number and code open the page as they are typed', async () => {
  const row = await certificateAfter('release');
  const response = await typed(` ${row.number.toLowerCase()}`, row.verification_code.toLowerCase().replace('-', ' '));
  expect(response.status).toBe(200);
  expect(await response.text()).toContain('<h1>有效 ');
});

test('a number without its own code opens nothing', async () => {
  const [one, other] = [await certificateAfter('release'), await certificateAfter('release')];
  for (const [number, code] of [
    [one.number, other.verification_code],
    [one.number, ''],
    ['', one.verification_code],
    ['%', '%'],
  ] as const) {
    expect((await typed(number, code)).status).toBe(404);
  }
});

test.each([
  ['multipart without a boundary', 'multipart/form-data', 'number=1'],
  ['multipart without its parts', 'multipart/form-data; boundary=x', 'number=1'],
  ['multipart cut off', 'multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data; name="number"'],
  ['JSON', 'application/json', '{"number":'],
  ['a form with a broken escape', 'application/x-www-form-urlencoded', 'number=%&code=%ff'],
  ['a form without fields', 'application/x-www-form-urlencoded', ''],
])('%s is an empty form', async (_, type, body) => {
  const response = await platform.request('/v', { method: 'POST', headers: { 'content-type': type }, body });
  expect(response.status).toBe(404);
  expect(await response.text()).toContain('没有这份证明');
});

test('a file in the place of the number is an empty form', async () => {
  const body = new FormData();
  body.set('number', new Blob(['HY']), 'number.txt');
  expect((await platform.request('/v', { method: 'POST', body })).status).toBe(404);
});

test('a form that is too long is refused with a page', async () => {
  const response = await typed('1'.repeat(20_000), '');
  expect(response.status).toBe(413);
  expect(response.headers.get('content-type')).toMatch(/^text\/html/);
  expect(await response.text()).toContain('E420');
});

test('a failure is told to a person in words and says nothing of its cause', async () => {
  const broken = await createTestPlatform();
  try {
    await broken.issuing.database.destroy();
    const response = await broken.request(`/v/${'A'.repeat(22)}`);
    expect(response.status).toBe(500);
    expect(response.headers.get('content-type')).toMatch(/^text\/html/);
    const text = await response.text();
    expect(text).toContain('证明系统出了问题');
    expect(text).toContain('E419');
    expect(text).not.toMatch(/destroyed|driver|Error/);
    expect((await broken.request('/api/health')).headers.get('content-type')).toMatch(/^application\/json/);
  } finally {
    await broken.close();
  }
});

test('a page runs nothing, loads nothing and tells nobody its address', async () => {
  const row = await certificateAfter('release');
  const { headers, text } = await pageOf(`/v/${row.verification_token}`);
  expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/);
  expect(headers.get('referrer-policy')).toBe('no-referrer');
  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(text).not.toMatch(/<script|<img|<link|style="|http:/);
});

test('tokens and codes stay out of the log', async () => {
  const row = await certificateAfter('release');
  await pageOf(`/v/${row.verification_token}`);
  await typed(row.number, row.verification_code);
  const log = platform.logged.join('');
  expect(log).toContain('/v/:token');
  for (const secret of [row.verification_token, row.verification_code]) expect(log).not.toContain(secret);
});

test('everything that is shown is escaped', async () => {
  const evil = '<script>alert("1")</script>&\'';
  const row = await certificateAfter('release');
  const certificate = { ...row, number: evil, kind: evil, masked_name: evil, masked_id_number: evil };
  const { title, body } = findingPage(certificate, { zh: evil, en: evil });
  const app = new Hono().get('/', c => answerPage(c, 200, title, body));
  const text = await (await app.request('/')).text();
  expect(text).not.toContain('<script');
  expect(text).not.toContain('"1"');
  expect(text.match(/&lt;script&gt;alert\(&quot;1&quot;\)/g)).toHaveLength(7);
});
