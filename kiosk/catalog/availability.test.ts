import { describe, expect, it } from 'vitest';
import { fault } from '../../content/common/faults.ts';
import type { ShownMatter } from '../../content/model/generation.ts';
import type { Place } from '../../content/model/place.ts';
import type { ServiceView } from '../../device-bridge/api/types.ts';
import { endsNow as endsNowOf, nearestEnd } from './availability.ts';
import { place, matter as shownMatter } from './catalog.test-support.ts';

const matter = (ends: ShownMatter['ends']) => shownMatter('m', { ends });

const all = matter({
  terminal: { service: 'certificate', certificate: 'c' },
  phone: { depth: 'IV', name: { zh: '浙里办' } },
  window: { name: { zh: '社保窗口' } },
  web: { depth: 'I', name: { zh: '政务服务网' } },
});
const endsNow = (...[matter, at, certificates, now]: [ShownMatter, Place | undefined, ServiceView, number]) =>
  endsNowOf(matter, at, certificates, [], now);
const day = Date.parse('2026-11-23T09:00:00+08:00');
const night = Date.parse('2026-11-23T22:00:00+08:00');
const down = { available: false, fault: fault('printer-jammed') } as const;

describe('where a matter can be handled now', () => {
  it('names every end that serves it, this terminal first', () => {
    expect(endsNow(all, place, { available: true }, day).map(({ end, when }) => `${end} ${when}`)).toEqual([
      'terminal now',
      'phone now',
      'window open',
      'web information',
    ]);
  });

  it('says what is wrong with this terminal', () => {
    expect(endsNow(all, place, down, day)[0]).toEqual({
      end: 'terminal',
      name: null,
      when: 'out-of-order',
      fault: fault('printer-jammed'),
    });
  });

  it('gives the next opening of closed windows', () => {
    expect(endsNow(all, place, { available: true }, night)[2]).toMatchObject({
      when: 'closed',
      at: Date.parse('2026-11-24T08:30:00+08:00'),
    });
  });

  it('says why not at these windows, and where else', () => {
    const unavailable = { why: { zh: '没有窗口' }, elsewhere: ['331003101'] };
    const elsewhere = endsNow({ ...all, unavailable }, place, { available: true }, day)[2];
    expect(elsewhere).toMatchObject({ when: 'elsewhere', why: { zh: '没有窗口' }, places: ['331003101'] });
  });

  it('follows the hours of a window of its own, and names its room', () => {
    const none: string[] = [];
    const evenings = { mon: ['18:00-23:00'], tue: none, wed: none, thu: none, fri: none, sat: none, sun: none };
    const own = matter({ window: { name: { zh: '交警窗口' }, where: { zh: '2 楼' }, hours: evenings } });
    expect(endsNow(own, place, { available: true }, night)).toEqual([
      { end: 'window', name: { zh: '交警窗口 2 楼', en: '交警窗口, 2 楼' }, when: 'open', until: '23:00' },
    ]);
  });

  it('does not invent hours when the place is unknown', () => {
    expect(endsNow(all, undefined, { available: true }, day)[2]).toMatchObject({ when: 'closed', at: null });
  });
});

describe('the nearest end', () => {
  it('is one that serves now, before one that opens later', () => {
    expect(nearestEnd(endsNow(all, place, { available: true }, night))?.end).toBe('terminal');
    expect(nearestEnd(endsNow(all, place, down, night))?.end).toBe('phone');
  });

  it('is the window that opens next when nothing serves now', () => {
    const windowOnly = matter({ terminal: { service: 'guide-only' }, window: { name: { zh: '窗口' } } });
    expect(nearestEnd(endsNow(windowOnly, place, down, night))).toMatchObject({ end: 'window', when: 'closed' });
    expect(nearestEnd(endsNow(windowOnly, place, down, day))).toMatchObject({ end: 'window', when: 'open' });
  });

  it('is nothing for a matter that no end serves', () => {
    expect(nearestEnd([])).toBeUndefined();
  });
});
