import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Refusal } from '../../content/common/faults.ts';
import type { FeedbackRequest } from '../../platform/api/types.ts';
import type { GuideSource, ShownGuide } from '../content/shown-guide.ts';
import { createLog } from '../log.ts';
import { createFeedbackDesk, remarksPerVisit } from './feedback-desk.ts';
import { type FeedbackQueue, openFeedbackQueue, type Remark } from './feedback-queue.ts';

let folder: string;
let queue: FeedbackQueue;
const file = (): string => join(folder, 'feedback.sqlite');
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'feedback-'));
  queue = openFeedbackQueue(file());
});
afterEach(() => {
  queue.close();
  rmSync(folder, { recursive: true });
});

const remark = (matterId: string): Remark => ({
  ...{ matterId, matterName: { zh: matterId }, owner: 'district', verdict: 'wrong', about: null },
  ...{ contentDigest: 'a'.repeat(64), givenAt: '2026-11-23T08:00:00.000Z' },
});

const guides: GuideSource = {
  guide: id => (id === 'unknown' ? null : ({ matter: { name: { zh: id } }, owner: 'district' } as ShownGuide)),
  surroundings: () => null,
};

function deskWith(send: (request: FeedbackRequest) => Promise<void>) {
  return createFeedbackDesk({
    ...{ queue, guides, send, contentDigest: () => 'a'.repeat(64), now: () => new Date('2026-11-23T08:00:00Z') },
    ...{ onChange: () => {}, log: createLog('silent') },
  });
}
const wrong = (matterId: string) => ({ matterId, verdict: 'wrong', about: 'fee' }) as const;

test('what waits is kept over a restart, in order', () => {
  for (const id of ['a', 'b']) queue.put(`key-of-${id}`, remark(id));
  queue.close();
  queue = openFeedbackQueue(file());
  const first = queue.oldest();
  expect(first).toMatchObject({ key: 'key-of-a', remark: { matterId: 'a' } });
  queue.sent(first?.serial ?? 0);
  expect(queue.oldest()?.remark.matterId).toBe('b');
});

test('the oldest go when too many wait, and a file that is damaged is begun anew', () => {
  queue.close();
  queue = openFeedbackQueue(file(), 3);
  expect(['a', 'b', 'c', 'd'].map(id => queue.put(id, remark(id)))).toEqual([0, 0, 0, 1]);
  expect(queue.oldest()?.remark.matterId).toBe('b');
  queue.close();
  for (const part of ['-wal', '-shm']) rmSync(`${file()}${part}`, { force: true });
  writeFileSync(file(), 'this is no database, and never was one');
  queue = openFeedbackQueue(file());
  expect(queue.oldest()).toBeNull();
});

test('a second word about a guide counts in place of the first; the visit forgets what it spoke of', async () => {
  const sent: FeedbackRequest[] = [];
  const desk = deskWith(async request => void sent.push(request));
  desk.give(wrong('dog'));
  desk.give({ matterId: 'dog', verdict: 'right', about: null });
  expect(desk.given).toEqual(['dog']);
  await desk.send();
  expect(sent.map(({ verdict }) => verdict)).toEqual(['right']);
  desk.clear();
  expect(desk.given).toEqual([]);
});

test('a word that is changed while the old one is on its way is sent, under the same id', async () => {
  const sent: FeedbackRequest[] = [];
  const desk = deskWith(async request => {
    if (sent.push(request) === 1) desk.give({ matterId: 'dog', verdict: 'right', about: null });
  });
  desk.give(wrong('dog'));
  await desk.send();
  expect(sent.map(({ verdict }) => verdict)).toEqual(['wrong', 'right']);
  expect(sent[0]?.id).toBe(sent[1]?.id);
});

test('it waits in order while the platform is away; what the platform never takes holds up nobody', async () => {
  const sent: string[] = [];
  let away = true;
  const desk = deskWith(async ({ matterId }) => {
    if (away) throw new Refusal('platform-unreachable');
    if (matterId === 'first') throw new Refusal('bad-request');
    sent.push(matterId);
  });
  for (const id of ['first', 'second', 'third']) desk.give(wrong(id));
  await desk.send();
  expect(sent).toEqual([]);
  away = false;
  await desk.send();
  expect(sent).toEqual(['second', 'third']);
  expect(queue.oldest()).toBeNull();
});

test('an unknown guide and a flood are refused', () => {
  const desk = deskWith(async () => {});
  expect(() => desk.give(wrong('unknown'))).toThrow('guide-unknown');
  for (let each = 0; each < remarksPerVisit; each += 1) desk.give(wrong(`matter-${each}`));
  expect(() => desk.give(wrong('one-more'))).toThrow('feedback-limit');
  desk.give(wrong('matter-0'));
});
