import { describe, expect, it } from 'vitest';
import { fault } from '../../content/common/faults.ts';
import type { Matter } from '../../content/model/matter.ts';
import type { Place } from '../../content/model/place.ts';
import { endsNow, nearestEnd } from './availability.ts';

const weekday = ['08:30-12:00', '13:30-17:00'];
const place: Place = {
  code: '331003103',
  unit: { zh: '院桥镇' },
  name: { zh: '院桥镇便民服务中心' },
  class: 'central-town',
  sample: true,
  address: { zh: '示例路 1 号' },
  hours: { mon: weekday, tue: weekday, wed: weekday, thu: weekday, fri: weekday, sat: [], sun: [] },
  phone: '0576-80000000',
  windows: 18,
  staff: 9,
  areaM2: 500,
  selfServiceZone: { hours: '24h', where: { zh: '大厅东侧' } },
  villages: [],
};

function matter(ends: Matter['ends']): Matter {
  return {
    id: 'm',
    name: { zh: '事项' },
    aliases: [],
    sample: true,
    level: 'township-own',
    field: 'medical',
    lifeEvents: [],
    department: { zh: '部门' },
    summary: { zh: '说明' },
    who: { zh: '居民' },
    audience: ['person'],
    questions: [],
    materials: [],
    limits: [{ caseType: 'immediate', promisedWorkingDays: 0 }],
    fees: [{ yuan: 0 }],
    visits: { count: 0 },
    area: 'district',
    ends,
    steps: [],
    legalBasis: [],
    faq: [],
    phones: { consult: '12345', complaint: '0576-80000000' },
  };
}

const all = matter({
  terminal: { service: 'certificate', certificate: 'c' },
  phone: { depth: 'IV', name: { zh: '浙里办' } },
  window: { name: { zh: '社保窗口' } },
  web: { depth: 'I', name: { zh: '政务服务网' } },
});
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
