import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FeedbackAnswer, FeedbackRequest } from '../api/types.ts';
import { createTestPlatform, maintainerToken, otherToken, type TestPlatform } from '../platform.test-support.ts';
import { feedbackPerHour } from './feedback-store.ts';

let platform: TestPlatform;
let now = new Date('2026-11-23T08:00:00Z');
beforeAll(async () => {
  platform = await createTestPlatform({ now: () => now });
});
afterAll(() => platform.close());

const said: FeedbackRequest = {
  ...{ id: 'feedback-one', matterId: 'dog-registration', matterName: { zh: '犬只登记' }, owner: 'district' },
  ...{ verdict: 'wrong', about: 'fee', contentDigest: 'a'.repeat(64), givenAt: '2026-11-23T07:59:00.000Z' },
};
const headers = { authorization: `Bearer ${maintainerToken}` };
const read = async (query = ''): Promise<FeedbackAnswer> =>
  (await (await platform.request(`/api/feedback${query}`, { headers })).json()) as FeedbackAnswer;

test('what is sent twice counts once, and the newest word of an id counts', async () => {
  for (const each of [said, said]) expect((await platform.post('/api/feedback', each)).status).toBe(200);
  expect((await read()).matters).toMatchObject([{ matterId: 'dog-registration', wrong: 1, right: 0 }]);
  await platform.post('/api/feedback', { ...said, verdict: 'unclear', about: 'steps' });
  const { matters, remarks } = await read();
  expect(matters).toEqual([
    {
      ...{ matterId: 'dog-registration', matterName: { zh: '犬只登记' }, owner: 'district' },
      ...{ right: 0, wrong: 0, unclear: 1, about: { steps: 1 }, newestAt: '2026-11-23T07:59:00.000Z' },
    },
  ]);
  expect(remarks).toHaveLength(1);
});

test('the same id of another terminal is another word; those that most find wrong come first', async () => {
  await platform.post('/api/feedback', { ...said, matterId: 'tv-service', verdict: 'wrong' }, otherToken);
  expect((await read()).matters.map(({ matterId }) => matterId)).toEqual(['tv-service', 'dog-registration']);
});

test('only what came in since then is given', async () => {
  expect((await read('?since=2026-11-23T08:00:01Z')).remarks).toEqual([]);
  expect((await read('?since=2026-11-23')).remarks).toHaveLength(2);
  expect((await platform.request('/api/feedback?since=yesterday', { headers })).status).toBe(400);
});

test('strangers can neither say nor read anything, and what is no feedback is refused', async () => {
  expect((await platform.post('/api/feedback', said, 'a-token-nobody-knows')).status).toBe(401);
  expect((await platform.request('/api/feedback')).status).toBe(401);
  for (const body of ['{', { ...said, note: '王小明' }, { ...said, owner: 'nobody' }, { ...said, verdict: 'bad' }])
    expect((await platform.post('/api/feedback', body)).status).toBe(400);
});

test('one terminal has its share of an hour; the next hour it goes on', async () => {
  now = new Date('2026-11-24T08:00:00Z');
  for (let each = 0; each < feedbackPerHour; each += 1)
    await platform.post('/api/feedback', { ...said, id: `flood-number-${each}` });
  const answer = await platform.post('/api/feedback', { ...said, id: 'one-more-word' });
  expect(answer.status).toBe(429);
  expect(await answer.json()).toMatchObject({ name: 'too-many-requests' });
  expect((await platform.post('/api/feedback', { ...said, id: 'other-terminal' }, otherToken)).status).toBe(200);
  now = new Date('2026-11-24T09:00:01Z');
  expect((await platform.post('/api/feedback', { ...said, id: 'one-more-word' })).status).toBe(200);
});
