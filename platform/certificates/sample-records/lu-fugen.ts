import type { CertificateRecord } from '../records.ts';

/** An old man in the mountains: resident's pension, minimum living allowance for him and his wife. */
export const luFugen: CertificateRecord[] = [
  {
    kind: 'pension-payments',
    scheme: '城乡居民基本养老保险',
    since: '2011-05',
    parts: [
      { name: '基础养老金', en: 'Basic pension', fen: 34_500 },
      { name: '个人账户养老金', en: 'From own account', fen: 4_260 },
      { name: '高龄增发', en: 'Old-age supplement', fen: 3_000 },
    ],
    paidUntil: '2026-10',
    lastYearFen: 497_120,
    paidTo: '本人社会保障卡账户（尾号 0000）',
    verifiedUntil: '2027-04-30',
  },
  {
    kind: 'social-relief',
    relief: '最低生活保障',
    since: '2022-07',
    persons: 2,
    monthlyFen: 161_600,
    paidUntil: '2026-10',
    decidedBy: '台州市黄岩区上垟乡人民政府',
    reviewedUntil: '2027-07-31',
  },
  {
    kind: 'medical-insurance-enrolment',
    scheme: '城乡居民基本医疗保险',
    place: '台州市黄岩区',
    periods: [
      { since: '2026-01', until: '2026-12', base: '—', entitled: true },
      { since: '2025-01', until: '2025-12', base: '—', entitled: true },
    ],
  },
  {
    kind: 'household-registration',
    sex: '男',
    nation: '汉族',
    bornOn: '1951-04-06',
    bornAt: '浙江省台州市黄岩区',
    householdKind: '家庭户',
    relationToHead: '户主',
    address: '浙江省台州市黄岩区上垟乡西洋村示例自然村21号',
    movedIn: '出生登记，未迁移',
    station: '台州市公安局黄岩分局宁溪派出所',
  },
];
