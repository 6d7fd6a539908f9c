import type { Person } from '../api/types.ts';
import type { CertificateRecord, RecordSource } from './records.ts';

/**
 * Made-up people with made-up records; they bear the names and numbers of the sample cards that a simulated reader
 * offers. 王小明 has every kind, 郑𠮷宁 (a rare character) two, 陈阿婆 none.
 */
const samples: { person: Person; records: CertificateRecord[] }[] = [
  {
    person: { name: '王小明', idNumber: '331003199005120018' },
    records: [
      {
        kind: 'social-insurance-enrolment',
        employer: '台州市黄岩示例模塑有限公司',
        insurances: [
          { name: '企业职工基本养老保险', since: '2014-08', until: '2026-10', months: 147, paying: true },
          { name: '失业保险', since: '2014-08', until: '2026-10', months: 147, paying: true },
          { name: '工伤保险', since: '2014-08', until: '2026-10', months: 147, paying: true },
        ],
      },
      {
        kind: 'medical-insurance-enrolment',
        scheme: '职工基本医疗保险（含生育保险）',
        place: '台州市黄岩区',
        periods: [
          { since: '2026-01', until: '2026-10', base: '5,600.00', entitled: true },
          { since: '2025-01', until: '2025-12', base: '5,200.00', entitled: true },
          { since: '2024-01', until: '2024-12', base: '4,900.00', entitled: true },
        ],
      },
      {
        kind: 'housing-fund-deposit',
        employer: '台州市黄岩示例模塑有限公司',
        openedOn: '2014-08-15',
        monthlyBaseFen: 560_000,
        monthlyDepositFen: 112_000,
        paidUntil: '2026-10',
        balanceFen: 8_463_217,
      },
      { kind: 'property-none', area: '台州市黄岩区', registers: ['不动产登记簿', '房屋登记簿（历史档案）'] },
    ],
  },
  {
    person: { name: '郑𠮷宁', idNumber: '331003198511230047' },
    records: [
      {
        kind: 'medical-insurance-enrolment',
        scheme: '城乡居民基本医疗保险',
        place: '台州市黄岩区',
        periods: [
          { since: '2026-01', until: '2026-12', base: '—', entitled: true },
          { since: '2025-01', until: '2025-12', base: '—', entitled: true },
        ],
      },
      { kind: 'property-none', area: '台州市黄岩区', registers: ['不动产登记簿', '房屋登记簿（历史档案）'] },
    ],
  },
  { person: { name: '陈阿婆', idNumber: '33100319480308002X' }, records: [] },
];

/** The name must fit the number: a number alone must not open somebody's record. */
export const sampleRecords: RecordSource = {
  recordsOf: async ({ idNumber, name }) =>
    samples.find(({ person }) => person.idNumber === idNumber && person.name === name)?.records ?? [],
};
