import { expect, test } from 'vitest';
import { Refusal } from '../../content/common/faults.ts';
import type { CallAnswer, CallRequest } from '../../platform/api/types.ts';
import { createLog } from '../log.ts';
import { type CallLine, createHelpDesk } from './help-desk.ts';
import { nextHelp } from './help-flow.ts';

/** A platform in memory: only this process and the test decide what it says. */
function lineTo(say: Partial<CallAnswer> = {}) {
  const said = { state: 'open', answeredBy: null, watched: false, ...say } as CallAnswer;
  const told = { opened: [] as CallRequest[], ended: [] as string[], away: false };
  const hear = async (id: string): Promise<CallAnswer> => {
    if (told.away) throw new Refusal('platform-unreachable');
    return { ...said, id, since: '2026-11-23T14:47:00.000Z' };
  };
  const line: CallLine = {
    open: call => {
      told.opened.push(call);
      return hear(call.id);
    },
    look: hear,
    end: async id => {
      await hear(id);
      told.ended.push(id);
    },
  };
  const desk = createHelpDesk({
    ...{ line, guides: { guide: () => null, surroundings: () => null }, now: () => new Date('2026-11-23T14:47:00Z') },
    ...{ terminal: { placeCode: '331003107', number: 1 }, onChange: () => {}, log: createLog('silent') },
  });
  return { desk, told, said };
}

test('a call waits, is answered, and is done', async () => {
  const { desk, said } = lineTo();
  desk.call('guide');
  expect(desk.flow.state).toBe('calling');
  await desk.look();
  expect(desk.flow).toMatchObject({ state: 'waiting', since: Date.parse('2026-11-23T14:47:00Z'), staff: 'nobody' });
  said.watched = true;
  await desk.look();
  expect(desk.flow).toMatchObject({ state: 'waiting', staff: 'watching' });
  Object.assign(said, { state: 'answered', answeredBy: '3 号窗口' });
  await desk.look();
  expect(desk.flow).toMatchObject({ state: 'answered', by: '3 号窗口' });
  said.state = 'done';
  await desk.look();
  expect(desk.flow).toEqual({ state: 'none' });
  await desk.close();
});

test('pressing twice is one call, and it tells where, not who', async () => {
  const { desk, told } = lineTo();
  desk.call('certificates');
  desk.call('home');
  await desk.look();
  expect(told.opened).toHaveLength(1);
  expect(Object.keys(told.opened[0] ?? {}).sort()).toEqual([
    ...['area', 'calledAt', 'id', 'placeCode', 'placeName', 'terminalNumber'],
  ]);
  await desk.close();
});

test('the end of the visit ends the call at the platform, as soon as that can be reached', async () => {
  const { desk, told } = lineTo();
  desk.call('home');
  await desk.look();
  told.away = true;
  desk.end();
  expect(desk.flow).toEqual({ state: 'none' });
  await desk.look();
  expect(told.ended).toEqual([]);
  told.away = false;
  await desk.look();
  expect(told.ended).toEqual([told.opened[0]?.id]);
  await desk.close();
});

test('a call that does not get through fails in words that name a phone, and may be tried again', async () => {
  const { desk, told } = lineTo();
  told.away = true;
  desk.call('home');
  await desk.look();
  expect(desk.flow).toEqual({ state: 'failed', fault: 'help-unreachable' });
  told.away = false;
  desk.call('home');
  await desk.look();
  expect(desk.flow.state).toBe('waiting');
  await desk.close();
});

test('one that waits goes on waiting while the platform is away for a moment', async () => {
  const { desk, told } = lineTo();
  desk.call('home');
  await desk.look();
  told.away = true;
  await desk.look();
  expect(desk.flow.state).toBe('waiting');
  told.away = false;
  await desk.close();
});

test('what is heard of an older call says nothing about this one', () => {
  const flow = { state: 'calling', callId: 'new' } as const;
  const heard = { type: 'heard', callId: 'old', since: 0, staff: 'watching', answeredBy: null, done: false } as const;
  expect(nextHelp(flow, heard)).toBe(flow);
});
