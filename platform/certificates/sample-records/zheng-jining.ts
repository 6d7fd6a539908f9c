import type { CertificateRecord } from '../records.ts';

const home = '黄岩区宁溪镇示例小区2幢1单元402室';

/** Was employed, pays her own pension insurance since 2021; married; owns a home whose loan is paid back. */
export const zhengJining: CertificateRecord[] = [
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
    kind: 'flexible-employment-enrolment',
    place: '台州市黄岩区',
    firstEnrolled: '2008-07',
    flexibleSince: '2021-07',
    monthlyBaseFen: 520_000,
    ratePercent: 20,
    paidUntil: '2026-10',
    months: 220,
    flexibleMonths: 64,
    paying: true,
  },
  {
    kind: 'property-owned',
    area: '台州市黄岩区',
    properties: [
      {
        where: home,
        title: '浙（2024）台州黄岩不动产权第0999999号',
        use: '住宅',
        areaM2: 96.48,
        owners: '夫妻共同共有',
        burden: '无抵押、无查封',
      },
    ],
  },
  {
    kind: 'housing-fund-loan-settled',
    bank: '示例银行黄岩支行',
    contract: '示例黄公积金贷字2013第0999号',
    home,
    loanFen: 30_000_000,
    from: '2013-05-20',
    to: '2033-05-19',
    settledOn: '2024-03-15',
  },
  {
    kind: 'marriage-record',
    registrations: [
      {
        kind: '结婚登记',
        on: '2009-10-16',
        office: '台州市黄岩区民政局',
        other: '牟志样',
        serial: 'J331003-2009-009999',
      },
    ],
  },
  {
    kind: 'household-registration',
    sex: '女',
    nation: '汉族',
    bornOn: '1985-11-23',
    bornAt: '浙江省台州市黄岩区',
    householdKind: '家庭户',
    relationToHead: '配偶',
    address: '浙江省台州市黄岩区宁溪镇小街居委会示例巷3号',
    movedIn: '2009年11月6日由黄岩区沙埠镇迁入',
    station: '台州市公安局黄岩分局宁溪派出所',
  },
];
