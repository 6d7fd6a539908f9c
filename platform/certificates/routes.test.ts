import { X509Certificate } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CertificateStateAnswer, IssuedCertificate, OffersAnswer, RefusalAnswer } from '../api/types.ts';
import {
  chen,
  createTestPlatform,
  otherToken,
  type TestPlatform,
  token,
  wang,
  zheng,
} from '../platform.test-support.ts';

let platform: TestPlatform;
let requests = 0;
beforeAll(async () => {
  platform = await createTestPlatform();
});
afterAll(() => platform.close());

async function issued(): Promise<IssuedCertificate> {
  const body = { person: wang, kind: 'property-none', requestId: `request-${++requests}` };
  const response = await platform.post('/api/certificates', body);
  expect(response.status).toBe(200);
  return (await response.json()) as IssuedCertificate;
}

async function act(number: string, action: string, body: unknown = {}, bearer = token) {
  const response = await platform.post(`/api/certificates/${number}/${action}`, body, bearer);
  const answer = (await response.json()) as CertificateStateAnswer | RefusalAnswer;
  return response.ok && 'state' in answer ? answer.state : `${response.status} ${'name' in answer ? answer.name : ''}`;
}

async function refusal(response: Response): Promise<string> {
  const answer = (await response.json()) as RefusalAnswer;
  expect(Object.keys(answer).sort()).toEqual(['code', 'message', 'name', 'remedy']);
  return `${response.status} ${answer.code} ${answer.name}`;
}

test('a person is offered what is on record for them', async () => {
  const offersOf = async (person: typeof wang) => {
    const response = await platform.post('/api/certificates/offers', { person });
    return ((await response.json()) as OffersAnswer).offers;
  };
  expect((await offersOf(wang)).map(offer => offer.kind)).toEqual([
    'social-insurance-enrolment',
    'medical-insurance-enrolment',
    'housing-fund-deposit',
    'property-none',
    'social-insurance-payments',
    'income-tax-record',
    'household-registration',
    'marriage-record',
    'employment-registration',
  ]);
  const [offer] = await offersOf(zheng);
  expect(Object.keys(offer ?? {}).sort()).toEqual(['issuer', 'kind', 'name', 'summary']);
  expect(await offersOf(chen)).toEqual([]);
  expect(await offersOf({ ...wang, name: '王大明' })).toEqual([]);
});

test('a certificate is released, then printed, and each step may be repeated', async () => {
  const { number } = await issued();
  expect(await act(number, 'printed')).toBe('409 certificate-state-conflict');
  expect(await act(number, 'release')).toBe('released');
  expect(await act(number, 'release')).toBe('released');
  expect(await act(number, 'printed')).toBe('printed');
  expect(await act(number, 'printed')).toBe('printed');
  expect(await act(number, 'release')).toBe('409 certificate-state-conflict');
  expect(await act(number, 'void', { reason: 'print-failed' })).toBe('409 certificate-state-conflict');
});

test('a void certificate stays void', async () => {
  const { number } = await issued();
  expect(await act(number, 'void', { reason: 'not-wanted' })).toBe('void');
  expect(await act(number, 'void', { reason: 'print-uncertain' })).toBe('void');
  expect(await act(number, 'release')).toBe('409 certificate-state-conflict');
  const row = await rowOf(number);
  expect(row.void_reason).toBe('not-wanted');
});

test('of release and void at the same moment the record keeps one order of events', async () => {
  const { number } = await issued();
  await Promise.all([act(number, 'release'), act(number, 'void', { reason: 'not-wanted' }), act(number, 'release')]);
  const events = platform.issuing.database.selectFrom('events').select('type').orderBy('id');
  const types = (await events.where('certificate_number', '=', number).execute()).map(event => event.type);
  expect([
    ['prepared', 'void'],
    ['prepared', 'released', 'void'],
  ]).toContainEqual(types);
  expect((await rowOf(number)).state).toBe('void');
});

test('the file with its clear data is dropped when nothing can be printed any more', async () => {
  const { number } = await issued();
  await act(number, 'release');
  expect(await sealedFile(number)).not.toBeNull();
  await act(number, 'printed');
  expect(await sealedFile(number)).toBeNull();
  const again = { person: wang, kind: 'property-none', requestId: (await rowOf(number)).request_id };
  expect(await refusal(await platform.post('/api/certificates', again))).toBe('409 E415 certificate-state-conflict');
});

test('another terminal can neither release nor void a certificate', async () => {
  const { number } = await issued();
  expect(await act(number, 'release', {}, otherToken)).toBe('404 certificate-unknown');
  expect(await act(number, 'void', { reason: 'not-wanted' }, otherToken)).toBe('404 certificate-unknown');
  expect(await act('HY331003-2026-999999-0', 'release')).toBe('404 certificate-unknown');
});

test('a kind that is not on record is refused', async () => {
  for (const kind of ['housing-fund-deposit', 'no-such-kind', '__proto__']) {
    const response = await platform.post('/api/certificates', { person: zheng, kind, requestId: 'refused-kind' });
    expect(await refusal(response)).toBe('404 E412 certificate-not-offered');
  }
});

test('a requestId serves one certificate only', async () => {
  const body = { person: wang, kind: 'medical-insurance-enrolment', requestId: 'only-for-one' };
  expect((await platform.post('/api/certificates', body)).status).toBe(200);
  for (const other of [{ kind: 'housing-fund-deposit' }, { person: zheng }]) {
    expect(await refusal(await platform.post('/api/certificates', { ...body, ...other }))).toBe('400 E420 bad-request');
  }
});

test.each([
  ['no token', {}],
  ['an empty token', { authorization: 'Bearer ' }],
  ['a wrong token', { authorization: 'Bearer token-of-nobody-at-all' }],
  ['another scheme', { authorization: `Basic ${token}` }],
])('%s is refused before the body is looked at', async (_, headers) => {
  const response = await platform.request('/api/certificates/offers', { method: 'POST', headers, body: 'garbage' });
  expect(response.headers.get('www-authenticate')).toBe('Bearer');
  expect(await refusal(response)).toBe('401 E402 terminal-not-authorised');
});

test.each([
  ['not JSON', '{"person":'],
  ['nothing', ''],
  ['a list', '[]'],
  ['null', 'null'],
  ['a number without its check digit', { person: { ...wang, idNumber: '331003199005120011' } }],
  ['a name with a control character', { person: { ...wang, name: '王\u202e明' } }],
  ['an unknown key', { person: wang, admin: true }],
  ['names of the wrong kind', { person: { name: ['王'], idNumber: 1 } }],
])('%s is refused as a bad request that repeats nothing of it', async (_, body) => {
  const response = await platform.post('/api/certificates/offers', body);
  expect(await refusal(response.clone())).toBe('400 E420 bad-request');
  expect(await response.text()).not.toContain('331003');
});

test('a body that is too long or no JSON by its type is refused', async () => {
  const long = { person: wang, filler: 'x'.repeat(20_000) };
  expect(await refusal(await platform.post('/api/certificates/offers', long))).toBe('413 E420 bad-request');
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'text/plain' };
  const response = await platform.request('/api/certificates/offers', { method: 'POST', headers, body: '{}' });
  expect(await refusal(response)).toBe('415 E420 bad-request');
});

test('addresses that do not exist answer with a code', async () => {
  expect(await refusal(await platform.request('/api/nothing'))).toBe('404 E420 bad-request');
});

test('health and the trust anchor need no token', async () => {
  expect(await (await platform.request('/api/health')).json()).toEqual({ ok: true, version: '0.0.0-test' });
  const anchor = new X509Certificate(await (await platform.request('/api/certificates/authority.pem')).text());
  expect(anchor.ca).toBe(true);
  expect(anchor.subject).toContain('Sample');
});

test('an unexpected failure says nothing of its cause and nothing personal is logged', async () => {
  const records = { recordsOf: () => Promise.reject(new Error(`no such person: ${wang.name} ${wang.idNumber}`)) };
  const working = platform.issuing.records;
  platform.issuing.records = records;
  try {
    const response = await platform.post('/api/certificates/offers', { person: wang });
    expect(await refusal(response)).toBe('500 E419 platform-failed');
  } finally {
    platform.issuing.records = working;
  }
  const log = platform.logged.join('');
  expect(log).toContain('request failed');
  for (const personal of [wang.name, wang.idNumber, zheng.name, token]) expect(log).not.toContain(personal);
});

function sealedFile(number: string) {
  return platform.issuing.sealedFiles.read(number);
}

function rowOf(number: string) {
  const { database } = platform.issuing;
  return database.selectFrom('certificates').selectAll().where('number', '=', number).executeTakeFirstOrThrow();
}
