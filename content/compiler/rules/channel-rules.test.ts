import { describe, expect, test } from 'vitest';
import { channelFindings, completenessFindings } from './channel-rules.ts';
import { matterWith, said } from './rules.test-support.ts';

const found = (more: object): string[] => said(channelFindings(matterWith(more)));
const window = { name: '综合窗口' };
const web = (depth: string) => ({ depth, name: '网站' });

describe('channels', () => {
  test('of depth IV mean that nobody comes', () => {
    expect(found({ visits: { count: 1, why: '签字' } })).toEqual(['depth-visits visits']);
    expect(found({ visits: { count: 1, why: '签字' }, ends: { web: web('III') } })).toEqual([]);
  });

  test('that leave no way but the window need express delivery for 0 visits', () => {
    expect(found({ ends: { window, web: web('II') } })).toEqual(['express-needed visits']);
    expect(found({ ends: { window }, express: { papers: true, result: true } })).toEqual([]);
    expect(found({ ends: { window }, otherWays: ['home'] })).toEqual([]);
    expect(found({ ends: { window, terminal: { service: 'certificate', certificate: 'property-none' } } })).toEqual([]);
  });

  test('are at least one', () => {
    expect(found({ ends: {}, visits: { count: 1, why: '签字' } })).toEqual(['no-end ends']);
  });

  test('that come with a later release are named', () => {
    expect(found({ ends: { web: web('IV'), terminal: { service: 'application' } } })).toEqual([
      'service-to-come ends.terminal.service',
    ]);
  });
});

describe('phones', () => {
  test('for consultation and complaint differ', () => {
    expect(found({ phones: { consult: '12345', complaint: '12345' } })).toEqual(['same-phone phones.complaint']);
  });

  test.each(['84123456', '010-80000000', '0576-123', '1234'])('like %s lack the area code', consult => {
    expect(found({ phones: { consult, complaint: '12345' } })).toEqual(['phone-area-code phones.consult']);
  });

  test.each(['0576-80000000', '0576-8000000', '12333', '95598', '110'])('like %s are whole', consult => {
    expect(found({ phones: { consult, complaint: '12345' } })).toEqual([]);
  });
});

describe('completeness', () => {
  const missing = (more: object): string[] => said(completenessFindings(matterWith(more)));
  test('a permit answers at least one question', () => {
    expect(missing({ type: 'permit' })).toEqual(['permit-faq type']);
    expect(missing({ type: 'permit', faq: [{ question: '多久', answer: '五天' }] })).toEqual([]);
  });
  test('a result says what it looks like', () => {
    expect(missing({ result: '证书' })).toEqual(['result-sample result']);
    expect(missing({ result: { name: '证书', sample: { looks: '一本红色的证' } } })).toEqual([]);
  });
});
