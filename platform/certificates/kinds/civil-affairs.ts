import { chineseDate } from '../dates.ts';
import { facts, type Kinds, yuan } from './kind.ts';

export interface CivilAffairsRecords {
  'marriage-record': {
    registrations: { kind: '结婚登记' | '离婚登记'; on: string; office: string; other: string; serial: string }[];
  };
  'social-relief': {
    relief: string;
    since: string;
    persons: number;
    monthlyFen: number;
    paidUntil: string;
    decidedBy: string;
    reviewedUntil: string;
  };
}

export const civilAffairs: Kinds<CivilAffairsRecords> = {
  'marriage-record': {
    name: { zh: '婚姻登记记录证明', en: 'Certificate of Marriage Records' },
    summary: { zh: '本人在浙江办过的结婚、离婚登记', en: 'Your marriages and divorces registered in Zhejiang' },
    body: ({ registrations }) => ({
      statement: {
        zh: `经查询浙江省婚姻登记信息，上述人员在浙江省内有${registrations.length}条婚姻登记记录，情况如下表。`,
        en: 'According to the marriage records of Zhejiang Province, the following is registered for the holder.',
      },
      table: {
        columns: [
          { zh: '登记类别', en: 'Kind' },
          { zh: '登记日期', en: 'On' },
          { zh: '登记机关', en: 'Registry' },
          { zh: '对方姓名', en: 'Spouse' },
          { zh: '证件字号', en: 'Serial' },
        ],
        rows: registrations.map(({ kind, on, office, other, serial }) => [
          kind,
          chineseDate(on),
          office,
          other,
          serial,
        ]),
        figures: [],
        widths: [0.95, 1.3, 1.6, 0.95, 1.55],
      },
      notes: [
        {
          zh: '仅反映浙江省婚姻登记系统在出具之日的记录，不证明本人在外省或境外没有登记。',
          en: 'Shows the records of Zhejiang on the day of issue; says nothing of other provinces or abroad.',
        },
      ],
    }),
  },
  'social-relief': {
    name: { zh: '社会救助对象证明', en: 'Certificate of Social Relief' },
    summary: { zh: '低保、特困等救助对象：从何时起、每月多少', en: 'Minimum living allowance: since when, how much' },
    body: record => ({
      statement: {
        zh: `经查询社会救助信息，上述人员现为${record.relief}对象，待遇正常享受，情况如下表。`,
        en: 'According to the social relief records, the holder is receiving relief as follows.',
      },
      table: facts([
        [{ zh: '救助类别', en: 'Relief' }, record.relief],
        [{ zh: '享受起始年月', en: 'Since' }, chineseDate(record.since)],
        [{ zh: '保障人口', en: 'Persons' }, `${record.persons} 人`],
        [{ zh: '家庭月保障金', en: 'Monthly, household' }, yuan(record.monthlyFen)],
        [{ zh: '最近一次发放', en: 'Last paid for' }, chineseDate(record.paidUntil)],
        [{ zh: '审核确认机关', en: 'Decided by' }, record.decidedBy],
        [{ zh: '下次复核不晚于', en: 'Reviewed by' }, chineseDate(record.reviewedUntil)],
      ]),
      notes: [
        {
          zh: '救助对象按季或按年复核，请以出具之日起三个月内的证明为准。',
          en: 'Relief is reviewed regularly: rely on a certificate of the last three months.',
        },
      ],
    }),
  },
};
