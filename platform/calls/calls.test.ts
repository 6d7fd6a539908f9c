import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CallAnswer, CallRequest } from '../api/types.ts';
import {
  createTestPlatform,
  maintainerToken,
  otherStaffToken,
  otherToken,
  staffToken,
  type TestPlatform,
  token,
} from '../platform.test-support.ts';
import { callsPerHour, silentAfterMs } from './call-store.ts';

let platform: TestPlatform;
let now = new Date('2026-11-23T14:47:00Z');
beforeAll(async () => {
  platform = await createTestPlatform({ now: () => now });
});
afterAll(() => platform.close());

let calls = 0;
const callNow = (): CallRequest => ({
  ...{ id: `call-number-${++calls}`, placeCode: '331003107', placeName: { zh: '院桥镇' }, terminalNumber: 1 },
  ...{ area: 'guide', calledAt: now.toISOString() },
});
const answerOf = async (response: Response): Promise<CallAnswer> => (await response.json()) as CallAnswer;
const open = async (): Promise<CallAnswer> => answerOf(await platform.post('/api/calls', callNow()));
const look = async (id: string): Promise<CallAnswer> =>
  answerOf(await platform.request(`/api/calls/${id}`, { headers: { authorization: `Bearer ${token}` } }));

/** Signs in as a person does and gives the pages as that person sees them. */
async function deskOf(deskToken: string) {
  const signedIn = await platform.request('/desk', { method: 'POST', body: new URLSearchParams({ token: deskToken }) });
  const [cookie = ''] = (signedIn.headers.get('set-cookie') ?? '').split(';');
  const request = (path: string, init: RequestInit = {}) =>
    platform.request(path, { ...init, headers: { cookie, ...(init.headers as Record<string, string>) } });
  return {
    signedIn,
    request,
    page: async () => (await request('/desk/calls')).text(),
    press: (id: string, button: 'answer' | 'done', headers = {}) =>
      request(`/desk/calls/${id}/${button}`, { method: 'POST', headers }),
  };
}

test('a call is on the page of its place in words, is answered by name, and is done', async () => {
  const { id, state, watched, since } = await open();
  expect({ state, watched, since }).toEqual({ state: 'open', watched: false, since: now.toISOString() });
  const desk = await deskOf(staffToken);
  now = new Date(now.getTime() + 3 * 60_000);
  await look(id);
  const page = await desk.page();
  for (const words of ['院桥镇 1 号终端', '22:47', '请人帮忙', '已等 3 分钟', '在看指南'])
    expect(page).toContain(words);
  expect((await look(id)).watched).toBe(true);
  await desk.press(id, 'answer');
  expect(await look(id)).toMatchObject({ state: 'answered', answeredBy: '院桥镇 3 号窗口' });
  await desk.press(id, 'done');
  expect((await look(id)).state).toBe('done');
  expect(await desk.page()).toContain('院桥镇 3 号窗口 已处理');
});

test('the desk of another place neither sees a call nor answers it, and does not count as watching', async () => {
  const other = await deskOf(otherStaffToken);
  const { id } = await open();
  expect(await other.page()).toContain('现在没有人求助');
  await other.press(id, 'answer');
  expect((await look(id)).state).toBe('open');
  await platform.post(`/api/calls/${id}/end`, {});
  expect((await look(id)).state).toBe('ended');
});

test('repeating a call changes nothing; another terminal’s call is unknown', async () => {
  const call = callNow();
  for (let each = 0; each < 2; each += 1) expect((await platform.post('/api/calls', call)).status).toBe(200);
  const stranger = await platform.post('/api/calls', call, otherToken);
  expect(stranger.status).toBe(404);
  expect(await stranger.json()).toMatchObject({ name: 'call-unknown' });
  expect((await platform.post(`/api/calls/${call.id}/end`, {}, otherToken)).status).toBe(404);
  expect((await look(call.id)).state).toBe('open');
  await platform.post(`/api/calls/${call.id}/end`, {});
});

test('a terminal that has gone silent has nobody waiting at it', async () => {
  const { id } = await open();
  now = new Date(now.getTime() + silentAfterMs + 1000);
  const desk = await deskOf(staffToken);
  expect(await desk.page()).toContain('现在没有人求助');
  expect((await look(id)).state).toBe('ended');
});

test('pages and buttons are for the signed-in; no other site can press one', async () => {
  const { id } = await open();
  for (const path of ['/desk/calls', '/desk/calls/events', '/desk/feedback']) {
    const answer = await platform.request(path);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/desk']);
  }
  const refused = await deskOf('a-token-that-nobody-has');
  expect([refused.signedIn.status, refused.signedIn.headers.get('set-cookie')]).toEqual([401, null]);
  const desk = await deskOf(staffToken);
  expect(desk.signedIn.headers.get('set-cookie')).toMatch(/HttpOnly; Secure; SameSite=Strict/);
  expect((await desk.press(id, 'done', { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  expect((await look(id)).state).toBe('open');
  // What citizens say of guides is for their editors.
  expect((await desk.request('/desk/feedback')).status).toBe(303);
  expect(await (await (await deskOf(maintainerToken)).request('/desk/feedback')).text()).toContain('指南对不对');
  await platform.post(`/api/calls/${id}/end`, {});
});

test('a page that is open hears of a call at once and counts as watching', async () => {
  const desk = await deskOf(staffToken);
  const leaving = new AbortController();
  const stream = await desk.request('/desk/calls/events', { signal: leaving.signal });
  const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
  expect((await reader?.read())?.value).toContain('现在没有人求助');
  const { id, watched } = await open();
  expect(watched).toBe(true);
  expect((await reader?.read())?.value).toContain('院桥镇 1 号终端');
  await platform.post(`/api/calls/${id}/end`, {});
  expect((await reader?.read())?.value).toContain('现在没有人求助');
  await reader?.cancel();
  leaving.abort();
});

test('one who plays with the button calls nobody any more', async () => {
  now = new Date('2026-11-25T08:00:00Z');
  for (let each = 0; each < callsPerHour; each += 1) await open();
  expect((await platform.post('/api/calls', callNow())).status).toBe(429);
});
