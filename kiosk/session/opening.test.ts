import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetWish, openSession, startVisit } from './opening.ts';
import { defaultSettings } from './session.ts';

/** Commands the bridge got, and what it answers to each. */
let sent: unknown[] = [];
let answer: () => Promise<Response>;

beforeEach(() => {
  sent = [];
  answer = async () => new Response('{}');
  vi.useFakeTimers();
  vi.stubGlobal('fetch', (_path: string, request: RequestInit) => {
    sent.push(JSON.parse(String(request.body)));
    return answer();
  });
});

afterEach(() => {
  forgetWish();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const settled = (): Promise<unknown> => vi.advanceTimersByTimeAsync(0);

describe('a visit that is about to begin', () => {
  it('begins with what was touched', async () => {
    startVisit({ settings: { language: 'en' } });
    await settled();
    expect(openSession('v1').settings.value).toEqual({ ...defaultSettings, language: 'en' });
  });

  it('is started once by two touches, and follows both', async () => {
    startVisit();
    startVisit({ settings: { highContrast: true } });
    startVisit({ help: true });
    await settled();
    expect(sent).toEqual([{ type: 'visit/start' }]);
    const session = openSession('v1');
    expect(session.settings.value.highContrast).toBe(true);
    expect(session.helpOpen.value).toBe(true);
  });

  it('leaves no wish behind for the next person', async () => {
    startVisit({ settings: { largeType: true } });
    await settled();
    openSession('v1');
    expect(openSession('v2').settings.value.largeType).toBe(false);
  });

  it('forgets the wish when the bridge refuses, and can be started again', async () => {
    answer = async () => new Response('{}', { status: 409 });
    startVisit({ settings: { largeType: true } });
    await settled();
    startVisit();
    await settled();
    expect(sent).toHaveLength(2);
    expect(openSession('v1').settings.value.largeType).toBe(false);
  });

  it('can be started again when its state was lost on the way', async () => {
    startVisit({ help: true });
    await vi.advanceTimersByTimeAsync(2000);
    startVisit();
    expect(sent).toHaveLength(2);
    expect(openSession('v1').helpOpen.value).toBe(false);
  });
});
