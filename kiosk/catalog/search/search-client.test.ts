import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { FromWorker, ToWorker } from './messages.ts';
import { createSearchClient, type SearchAnswer, type WorkerEvents } from './search-client.ts';

const delays = { answerMs: 1000, retryMs: 500 };
const question = (query: string) => ({ query, limit: 5, date: '2026-12-01' });

/** What was started, in order; each says what it was given and speaks when told to. */
interface Started {
  where: 'worker' | 'page';
  given: ToWorker[];
  ended: boolean;
  says(message: FromWorker): void;
  dies(): void;
}

function bench() {
  const started: Started[] = [];
  const start = (where: Started['where']) => (events: WorkerEvents) => {
    const own: Started = { where, given: [], ended: false, says: events.onMessage, dies: events.onDeath };
    started.push(own);
    return {
      post: (message: ToWorker) => void own.given.push(message),
      end: () => {
        own.ended = true;
      },
    };
  };
  const client = createSearchClient({ startWorker: start('worker'), startInPage: start('page'), delays });
  const answers: SearchAnswer[] = [];
  const ask = (query: string) => client.ask(question(query), answer => answers.push(answer));
  return { client, started, answers, ask, last: () => started.at(-1) as Started };
}

const asks = ({ given }: Started): string[] => given.flatMap(each => (each.type === 'ask' ? [each.query] : []));
const idOf = ({ given }: Started): number => given.reduce((id, each) => (each.type === 'ask' ? each.id : id), 0);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('only the newest question is answered', () => {
  const { client, answers, ask, last } = bench();
  client.open('a');
  ask('s');
  const older = idOf(last());
  ask('sb');
  last().says({ type: 'answer', id: older, hits: [] });
  expect(answers).toEqual([]);
  last().says({ type: 'answer', id: idOf(last()), hits: [] });
  expect(answers).toEqual([{ hits: [] }]);
});

test('a worker that dies is replaced by one that gets the index and the question', () => {
  const { client, started, answers, ask, last } = bench();
  client.open('a');
  ask('社保');
  last().dies();
  expect(started).toHaveLength(2);
  expect(started[0]?.ended).toBe(true);
  expect(last().given).toEqual([
    { type: 'open', digest: 'a' },
    { type: 'ask', id: 1, ...question('社保') },
  ]);
  last().says({ type: 'answer', id: 1, hits: [] });
  expect(answers).toHaveLength(1);
});

test('a worker that hangs is replaced; after three of them the page searches by itself', () => {
  const { client, started, ask, last } = bench();
  client.open('a');
  ask('社保');
  vi.advanceTimersByTime(3 * delays.answerMs);
  expect(started.map(({ where }) => where)).toEqual(['worker', 'worker', 'worker', 'page']);
  expect(asks(last())).toEqual(['社保']);
});

test('says that there is no index, and asks again until there is', () => {
  const { client, answers, ask, last } = bench();
  client.open('a');
  ask('社保');
  last().says({ type: 'missing', digest: 'a' });
  expect(answers).toEqual(['unavailable']);
  vi.advanceTimersByTime(delays.retryMs);
  expect(last().given.slice(-2)).toEqual([
    { type: 'open', digest: 'a' },
    { type: 'ask', id: 1, ...question('社保') },
  ]);
  last().says({ type: 'answer', id: 1, hits: [] });
  expect(answers).toEqual(['unavailable', { hits: [] }]);
});

test('keeps nothing of a question that is taken back', () => {
  const { client, started, ask, last } = bench();
  client.open('a');
  ask('社保')();
  vi.advanceTimersByTime(10 * delays.answerMs);
  last().dies();
  expect(started).toHaveLength(1);
  client.open('b');
  expect(asks(last())).toEqual([]);
});
