import { describe, expect, test } from 'vitest';
import { type MatterOverlay, overlaySchema } from '../../model/overlay.ts';
import { type Place, placeSchema } from '../../model/place.ts';
import { aliasFindings } from './alias-rules.ts';
import { codeFindings } from './code-rules.ts';
import { overlayFindings } from './overlay-rules.ts';
import { matterReferenceFindings, placeReferenceFindings } from './reference-rules.ts';
import { matterWith, said, sourceOf } from './rules.test-support.ts';

describe('a matter', () => {
  test('names life events and certificates that exist', () => {
    const matter = matterWith({
      lifeEvents: ['newborn', 'no-such'],
      ends: { terminal: { service: 'certificate', certificate: 'no-such' } },
    });
    expect(said(matterReferenceFindings(matter, new Set(['newborn'])))).toEqual([
      'broken-reference lifeEvents.1',
      'broken-reference ends.terminal.certificate',
    ]);
  });

  test('has codes that agree with it and with each other; another length is only a warning', () => {
    const body = '11331003MB1234567X';
    const codes = { basicCode: '332100100200', implementationCode: `${body}4332100100200`, exerciseLevel: 'county' };
    const found = (more: object): string[] => said(codeFindings(matterWith({ ...codes, ...more })));
    expect(found({ handlingItemCode: `${body}433210010020001` })).toEqual([]);
    expect(found({ type: 'permit' })).toEqual(['code-contradiction basicCode']);
    expect(found({ exerciseLevel: 'city' })).toEqual(['code-contradiction implementationCode']);
    expect(found({ basicCode: '332100100201' })).toEqual(['code-contradiction implementationCode']);
    expect(found({ handlingItemCode: `${body}533210010020001` })).toEqual(['code-contradiction handlingItemCode']);
    const short = codeFindings(matterWith({ basicCode: '3321001002' }));
    expect(short).toMatchObject([{ rule: 'code-length', severity: 'warning' }]);
  });

  test('shares an everyday word with no other of its field', () => {
    const source = (id: string, aliases: string[], field = 'household') => sourceOf(matterWith({ id, aliases, field }));
    const found = (...sources: ReturnType<typeof source>[]) => aliasFindings(sources).flatMap(([, each]) => said(each));
    expect(found(source('a', ['落户']), source('b', ['户口', '落户']))).toEqual(['duplicate-alias aliases.1']);
    expect(found(source('a', ['落户']), source('b', ['落户'], 'medical'))).toEqual([]);
    expect(found(source('a', ['落户', '落户']))).toEqual(['duplicate-alias aliases.1']);
  });
});

test('a place handles matters that exist, and its agents serve its own villages', () => {
  const place: Place = placeSchema.parse({
    ...{ code: '331003204', unit: '上垟乡', name: '中心', class: 'township', sample: true, address: '示例', hours: {} },
    ...{ phone: '80000000', windows: 1, staff: 1, areaM2: 1, selfServiceZone: { hours: '24h', where: '门口' } },
    villages: [{ code: '331003204200', name: '示例村' }],
    handles: { matters: ['a-matter', 'gone'] },
    counters: [{ name: '一号窗', matters: ['gone'] }],
    agents: [{ name: '代办', phone: '12345', villages: ['331003204200', '331003204299'] }],
  });
  expect(said(placeReferenceFindings(place, new Set(['a-matter'])))).toEqual([
    'broken-reference handles.matters.1',
    'broken-reference counters.0.matters.0',
    'broken-reference agents.0.villages.1',
    'phone-area-code phone',
  ]);
});

describe('an overlay', () => {
  const matters = new Map([['a-matter', matterWith({ aliases: ['落户'] })]]);
  const places = new Set(['331003204', '331003101']);
  const found = (own: Partial<Record<keyof MatterOverlay, unknown>>, id = 'a-matter'): string[] => {
    const value = overlaySchema.parse({ matters: { [id]: own } });
    return said(overlayFindings(sourceOf(value, 'townships/331003204-shangyang/overlay.yaml'), matters, places));
  };

  test('lies on a matter that exists, and sends people to another place', () => {
    expect(found({}, 'gone')).toEqual(['broken-reference matters.gone']);
    const closed = { available: false, why: '没有窗口' };
    expect(found({ ...closed, elsewhere: ['331003101'] })).toEqual([]);
    expect(found({ ...closed, elsewhere: ['331003204'] })).toEqual(['broken-reference matters.a-matter.elsewhere.0']);
    expect(found({ ...closed, elsewhere: ['331003999'] })).toEqual(['broken-reference matters.a-matter.elsewhere.0']);
  });

  test('says why something is not available, and only then', () => {
    expect(found({ available: false })).toEqual(['unavailable-why matters.a-matter']);
    expect(found({ why: '没有窗口' })).toEqual(['unavailable-why matters.a-matter.why']);
  });

  test('keeps the consultation phone whole and apart from the complaint phone', () => {
    expect(found({ consult: '12345' })).toEqual(['same-phone matters.a-matter.consult']);
    expect(found({ consult: '80000000' })).toEqual(['phone-area-code matters.a-matter.consult']);
  });

  test('adds words that are not there already', () => {
    expect(found({ aliases: ['上户口', '落户'] })).toEqual(['duplicate-alias matters.a-matter.aliases.1']);
  });

  test('belongs to a place that exists', () => {
    const source = sourceOf(overlaySchema.parse({}), 'townships/331003999-nowhere/overlay.yaml');
    expect(said(overlayFindings(source, matters, places))).toEqual(['broken-reference']);
  });
});
