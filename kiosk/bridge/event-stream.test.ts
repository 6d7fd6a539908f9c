import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { followBridge } from './event-stream.ts';
import { clearRefusal, refusal, send } from './send.ts';
import { alone, connection, terminal, visitId, waitsForBridge } from './terminal.ts';

/** The browser's EventSource as far as it is used: it tells what it was told. */
class Source extends EventTarget {
  static opened: Source[] = [];
  closed = false;

  constructor() {
    super();
    Source.opened.push(this);
  }

  close(): void {
    this.closed = true;
  }

  says(state: unknown): void {
    this.dispatchEvent(new MessageEvent('state', { data: JSON.stringify(state) }));
  }

  breaks(): void {
    this.dispatchEvent(new Event('error'));
  }
}

const bridgeSays = {
  mode: 'demo',
  terminal: { placeCode: '331003107', number: 1 },
  contentOrigin: 'http://localhost/',
  content: { digest: 'd1', fault: null },
  devices: { scanner: null },
  services: { certificates: { available: true }, codes: { available: true } },
};
const idle = { ...bridgeSays, visit: { phase: 'idle', farewell: null } };
const visit = { phase: 'present', id: 'v1', certificates: { step: 'idle' } };
const present = { ...bridgeSays, visit };
const served = { ...bridgeSays, visit: { ...visit, certificates: { step: 'preview' } } };

const latest = (): Source => {
  const source = Source.opened.at(-1);
  if (source === undefined) throw new Error('nothing was opened');
  return source;
};
/** Time goes by, and code that is fetched on the way arrives. */
async function pass(ms: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms);
  await vi.dynamicImportSettled();
}

let stop: () => void;
let commands: unknown[];
let accepted: boolean;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('EventSource', Source);
  Source.opened = [];
  terminal.value = null;
  connection.value = 'connecting';
  commands = [];
  accepted = true;
  vi.stubGlobal('fetch', async (_: string, request: RequestInit) => {
    commands.push(JSON.parse(String(request.body)));
    return new Response('{"name":"visit-over"}', { status: accepted ? 200 : 409 });
  });
  stop = followBridge();
});

afterEach(() => {
  stop();
  clearRefusal();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('the event stream', () => {
  it('takes every state whole', () => {
    expect(connection.value).toBe('connecting');
    latest().says(present);
    expect(connection.value).toBe('open');
    expect(visitId.value).toBe('v1');
    latest().says(idle);
    expect(visitId.value).toBeNull();
  });

  it('says that the bridge is gone, tries again more and more slowly, and comes back', () => {
    latest().says(present);
    latest().breaks();
    expect(connection.value).toBe('lost');
    for (const waitMs of [250, 500, 1000, 2000, 2000]) {
      const before = Source.opened.length;
      vi.advanceTimersByTime(waitMs - 1);
      expect(Source.opened).toHaveLength(before);
      vi.advanceTimersByTime(1);
      expect(Source.opened).toHaveLength(before + 1);
      latest().breaks();
    }
    vi.advanceTimersByTime(2000);
    latest().says(present);
    expect(connection.value).toBe('open');
  });

  it('says nothing of a blip', async () => {
    latest().says(present);
    latest().breaks();
    await pass(250);
    latest().says(present);
    for (let beat = 0; beat < 12; beat++) {
      await pass(5_000);
      latest().says(present);
    }
    expect(alone.value).toBeNull();
    expect(visitId.value).toBe('v1');
  });

  it('lets a reader go on without the bridge, with no device, until nobody touches any more', async () => {
    latest().says(present);
    latest().breaks();
    await pass(1000);
    expect(visitId.value).toBe('v1');
    expect(waitsForBridge.value).toBe(false);
    expect(terminal.value?.services.certificates).toMatchObject({ available: false });
    expect(terminal.value?.devices).toMatchObject({ idCardReader: { state: 'absent' }, scanner: null });
    await pass(59_000);
    expect(await send({ type: 'visit/touch', visitId: 'v1' })).toBe(true);
    await pass(59_000);
    expect(terminal.value?.visit.phase).toBe('present');
    await pass(2_000);
    expect(terminal.value?.visit.phase).toBe('warning');
    await pass(21_000);
    expect(terminal.value?.visit).toEqual({ phase: 'idle', farewell: null });
  });

  it('begins and ends visits alone, and refuses what needs a device in words', async () => {
    latest().says(idle);
    latest().breaks();
    await pass(1000);
    expect(await send({ type: 'visit/start' })).toBe(true);
    const id = visitId.value ?? '';
    expect(id).not.toBe('');
    expect(await send({ type: 'certificates/start', visitId: id, wanted: null })).toBe(false);
    expect(refusal.value?.name).toBe('bridge-unreachable');
    expect(await send({ type: 'visit/end', visitId: id })).toBe(true);
    expect(visitId.value).toBeNull();
    expect(commands).toEqual([]);
  });

  it('asks the bridge that came back to take up the visit of a reader', async () => {
    latest().says(present);
    latest().breaks();
    await pass(3000);
    latest().says(idle);
    expect(visitId.value).toBe('v1');
    await pass(0);
    expect(commands).toEqual([{ type: 'visit/resume', visitId: 'v1' }]);
    latest().says(present);
    expect(terminal.value).toEqual(present);
    await pass(2_500);
    expect(terminal.value).toEqual(present);
  });

  it('ends it when the bridge refuses', async () => {
    accepted = false;
    latest().says(present);
    latest().breaks();
    await pass(250);
    latest().says(idle);
    await pass(10);
    expect(terminal.value).toEqual(idle);
  });

  it('does not take up a visit whose certificate went down with the bridge', async () => {
    latest().says(served);
    latest().breaks();
    await pass(1500);
    expect(waitsForBridge.value).toBe(true);
    latest().says(idle);
    expect(commands).toEqual([]);
    expect(terminal.value).toEqual(idle);
  });

  it('forgets what it shows of a certificate when the bridge stays away', async () => {
    latest().says(served);
    latest().breaks();
    await pass(19_000);
    expect(visitId.value).toBe('v1');
    await pass(1_500);
    expect(visitId.value).toBeNull();
    expect(waitsForBridge.value).toBe(false);
  });

  it('takes a bridge that has fallen silent for one that is gone', async () => {
    latest().says(present);
    await pass(12_000);
    expect(connection.value).toBe('lost');
    await pass(1_000);
    expect(alone.value).not.toBeNull();
  });

  it('begins without a bridge as the machine it was, and waits under the cover when it never was one', async () => {
    latest().breaks();
    await pass(1000);
    expect(terminal.value).toBeNull();
    expect(waitsForBridge.value).toBe(true);
  });

  it('opens nothing more once it was stopped', () => {
    latest().breaks();
    stop();
    vi.advanceTimersByTime(10_000);
    expect(Source.opened).toHaveLength(1);
    expect(latest().closed).toBe(true);
  });
});
