import { describe, expect, test } from 'vitest';
import { overlaySchema } from '../../model/overlay.ts';
import { dateFindings, noticeFindings } from './date-rules.ts';
import { matterWith, said } from './rules.test-support.ts';

const today = '2026-11-23';
const found = (more: object): string[] => said(dateFindings(matterWith(more), today));

describe('dates', () => {
  test('far away and whole are nothing to say', () => {
    expect(found({ effectiveFrom: '2020-01-01', cancelledFrom: '2027-12-31', reviewBy: '2027-06-30' })).toEqual([]);
  });

  test('are told 30 days before something appears or disappears by itself', () => {
    expect(found({ effectiveFrom: '2026-12-23' })).toEqual(['soon-in-force effectiveFrom']);
    expect(found({ effectiveFrom: '2026-12-24' })).toEqual([]);
    expect(found({ cancelledFrom: '2026-12-23' })).toEqual(['soon-cancelled cancelledFrom']);
    expect(found({ cancelledFrom: '2026-11-23' })).toEqual(['cancelled cancelledFrom']);
  });

  test('must leave a day on which the matter counts', () => {
    expect(found({ effectiveFrom: '2027-06-01', cancelledFrom: '2027-06-01' })).toEqual([
      'never-in-force cancelledFrom',
    ]);
  });

  test('ask for a reader: none, soon, and overdue', () => {
    expect(found({ reviewBy: undefined })).toEqual(['no-review-date']);
    expect(found({ reviewBy: '2026-12-01' })).toEqual(['review-soon reviewBy']);
    expect(found({ reviewBy: '2026-11-22' })).toEqual(['review-due reviewBy']);
  });

  test('are warnings, but for what can never be shown', () => {
    const severities = (more: object) => dateFindings(matterWith(more), today).map(({ severity }) => severity);
    expect(severities({ reviewBy: '2026-11-22' })).toEqual(['warning']);
    expect(severities({ effectiveFrom: '2027-06-01', cancelledFrom: '2027-01-01' })).toEqual([undefined]);
  });

  test('of a notice that is over ask to delete it', () => {
    const overlay = overlaySchema.parse({
      notices: [
        { text: '旧', from: '2026-11-01', until: '2026-11-22' },
        { text: '新', from: '2026-11-01', until: '2026-11-23' },
      ],
    });
    expect(said(noticeFindings(overlay, today))).toEqual(['notice-over notices.0']);
  });
});
