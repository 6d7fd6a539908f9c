import { chineseDate } from '../dates.ts';
import { facts, type Kinds, sumOf, yuan } from './kind.ts';

export interface PensionRecords {
  /** `parts`: what the monthly pension is made of; `lastYearFen`: paid out over the twelve months to `paidUntil`. */
  'pension-payments': {
    scheme: string;
    since: string;
    parts: { name: string; en: string; fen: number }[];
    paidUntil: string;
    lastYearFen: number;
    paidTo: string;
    verifiedUntil: string;
  };
}

export const pension: Kinds<PensionRecords> = {
  'pension-payments': {
    name: { zh: '养老待遇领取证明', en: 'Certificate of Pension Payments' },
    summary: { zh: '从哪个月起领、现在每月领多少', en: 'Since when a pension is paid, and how much a month' },
    body: record => ({
      statement: {
        zh: `经查询养老保险待遇发放信息，上述人员按月领取${record.scheme}待遇，现正常发放，情况如下表。`,
        en: 'According to the pension records, a pension is paid to the holder every month as follows.',
      },
      table: facts([
        [{ zh: '待遇类别', en: 'Scheme' }, record.scheme],
        [{ zh: '开始领取年月', en: 'Paid since' }, chineseDate(record.since)],
        ...record.parts.map(({ name, en, fen }): [{ zh: string; en: string }, string] => [
          { zh: `其中：${name}`, en },
          yuan(fen),
        ]),
        [{ zh: '每月合计', en: 'Monthly total' }, yuan(sumOf(record.parts.map(part => part.fen)))],
        [{ zh: '最近一次发放', en: 'Last paid for' }, chineseDate(record.paidUntil)],
        [{ zh: '最近 12 个月发放合计', en: 'Last 12 months' }, yuan(record.lastYearFen)],
        [{ zh: '发放方式', en: 'Paid to' }, record.paidTo],
        [{ zh: '资格认证有效期至', en: 'Verified until' }, chineseDate(record.verifiedUntil)],
      ]),
    }),
  },
};
