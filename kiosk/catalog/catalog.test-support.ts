import type { Generation, ShownMatter } from '../../content/model/generation.ts';
import type { Place } from '../../content/model/place.ts';

export function matter(id: string, more: Partial<ShownMatter> = {}): ShownMatter {
  return {
    id,
    name: { zh: `事项 ${id}` },
    aliases: [],
    sample: true,
    type: 'public-service',
    level: 'township-own',
    field: 'medical',
    lifeEvents: [],
    department: { zh: '部门' },
    summary: { zh: '说明' },
    who: { zh: '居民' },
    conditions: [],
    audience: ['person'],
    questions: [],
    materials: [],
    limits: [{ caseType: 'immediate', promisedWorkingDays: 0 }],
    fees: [{ yuan: 0 }],
    visits: { count: 0 },
    area: 'district',
    ends: {},
    otherWays: [],
    steps: [],
    legalBasis: [],
    faq: [],
    phones: { consult: '12345', complaint: '0576-80000000' },
    ...more,
  };
}

const weekday = ['08:30-12:00', '13:30-17:00'];

export const place: Place = {
  code: '331003103',
  unit: { zh: '院桥镇' },
  name: { zh: '院桥镇便民服务中心' },
  class: 'central-town',
  sample: true,
  address: { zh: '示例路 1 号' },
  hours: { mon: weekday, tue: weekday, wed: weekday, thu: weekday, fri: weekday, sat: [], sun: [] },
  holidays: 'closed',
  phone: '0576-80000000',
  otherPhones: [],
  windows: 18,
  staff: 9,
  areaM2: 500,
  counters: [],
  agents: [],
  selfServiceZone: { hours: '24h', where: { zh: '大厅东侧' } },
  villages: [],
};

export function generationOf(...matters: ShownMatter[]): Generation {
  return {
    ...{ formatVersion: 3, matters, places: [], lifeEvents: [], notices: [], calendars: [], codes: {} },
    ...{ searchDigest: '', lexicon: {} },
  };
}
