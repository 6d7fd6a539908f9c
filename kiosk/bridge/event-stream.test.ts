import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { followBridge } from './event-stream.ts';
import { connection, terminal, visitId } from './terminal.ts';

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

const present = { visit: { phase: 'present', id: 'v1', certificates: { step: 'idle' } } };
const latest = (): Source => {
  const source = Source.opened.at(-1);
  if (source === undefined) throw new Error('nothing was opened');
  return source;
};
let stop: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('EventSource', Source);
  Source.opened = [];
  terminal.value = null;
  connection.value = 'connecting';
  stop = followBridge();
});

afterEach(() => {
  stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('the event stream', () => {
  it('takes every state whole', () => {
    expect(connection.value).toBe('connecting');
    latest().says(present);
    expect(connection.value).toBe('open');
    expect(visitId.value).toBe('v1');
    latest().says({ visit: { phase: 'idle' } });
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

  it('keeps the visit through a blip and drops it when the bridge stays away', () => {
    latest().says(present);
    latest().breaks();
    vi.advanceTimersByTime(19_000);
    expect(visitId.value).toBe('v1');
    vi.advanceTimersByTime(1000);
    expect(terminal.value).toBeNull();
  });

  it('forgets nothing when the bridge was back in time', () => {
    latest().says(present);
    latest().breaks();
    vi.advanceTimersByTime(250);
    for (let beat = 0; beat < 12; beat++) {
      latest().says(present);
      vi.advanceTimersByTime(5_000);
    }
    expect(visitId.value).toBe('v1');
  });

  it('takes a bridge that has fallen silent for one that is gone, and forgets the visit', () => {
    latest().says(present);
    vi.advanceTimersByTime(12_000);
    expect(latest().closed || Source.opened.length > 1).toBe(true);
    expect(connection.value).toBe('lost');
    vi.advanceTimersByTime(20_000);
    expect(visitId.value).toBeNull();
  });

  it('opens nothing more once it was stopped', () => {
    latest().breaks();
    stop();
    vi.advanceTimersByTime(10_000);
    expect(Source.opened).toHaveLength(1);
    expect(latest().closed).toBe(true);
  });
});
