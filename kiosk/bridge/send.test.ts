import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { clearRefusal, refusal, send } from './send.ts';
import { alone } from './terminal.ts';

const refused = { code: 'E0000', name: 'not-now', citizen: { zh: '现在不行' }, remedy: { zh: '请稍候' } };
let sent: unknown[] = [];
let answers: ((response: Response) => void)[] = [];

beforeEach(() => {
  sent = [];
  answers = [];
  vi.stubGlobal('fetch', (_path: string, request: RequestInit) => {
    sent.push(JSON.parse(String(request.body)));
    return new Promise<Response>(resolve => answers.push(resolve));
  });
});

afterEach(() => {
  clearRefusal();
  vi.unstubAllGlobals();
});

const reply = (response: Response): void => answers.shift()?.(response);

it('takes a double tap as one command', async () => {
  const first = send({ type: 'certificates/print', visitId: 'v1' });
  const second = send({ type: 'certificates/print', visitId: 'v1' });
  reply(new Response('{}'));
  expect(await Promise.all([first, second])).toEqual([true, true]);
  expect(sent).toEqual([{ type: 'certificates/print', visitId: 'v1' }]);
});

it('sends the same command again once the first was answered', async () => {
  const first = send({ type: 'visit/touch', visitId: 'v1' });
  reply(new Response('{}'));
  await first;
  void send({ type: 'visit/touch', visitId: 'v1' });
  expect(sent).toHaveLength(2);
});

it('says why a command was refused', async () => {
  const sending = send({ type: 'certificates/back', visitId: 'v1' });
  reply(Response.json(refused, { status: 409 }));
  expect(await sending).toBe(false);
  expect(refusal.value?.name).toBe('not-now');
});

it('keeps quiet about a visit that is over', async () => {
  const sending = send({ type: 'certificates/back', visitId: 'v1' });
  reply(Response.json({ ...refused, name: 'visit-over' }, { status: 409 }));
  expect(await sending).toBe(false);
  expect(refusal.value).toBeNull();
});

it('loses nothing that was touched just before the kiosk goes on alone', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no bridge')));
  const sending = send({ type: 'visit/start' });
  const given: unknown[] = [];
  alone.value = {
    give(command) {
      given.push(command);
      return null;
    },
    stop() {},
  };
  expect(await sending).toBe(true);
  expect(given).toEqual([{ type: 'visit/start' }]);
  alone.value = null;
});
