import type { CertificateRecord } from '../records.ts';

const employer = '台州市黄岩示例模塑有限公司';

/** Works at one firm since 2014, pays into the fund, owns no home, married. */
export const wangXiaoming: CertificateRecord[] = [
  {
    kind: 'social-insurance-enrolment',
    employer,
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
    employer,
    openedOn: '2014-08-15',
    monthlyBaseFen: 560_000,
    monthlyDepositFen: 112_000,
    paidUntil: '2026-10',
    balanceFen: 8_463_217,
  },
  { kind: 'property-none', area: '台州市黄岩区', registers: ['不动产登记簿', '房屋登记簿（历史档案）'] },
  {
    kind: 'social-insurance-payments',
    employer,
    months: [
      ...['10', '09', '08', '07', '06', '05', '04', '03', '02', '01'].map(month => payment(`2026-${month}`, 560_000)),
      ...['12', '11'].map(month => payment(`2025-${month}`, 520_000)),
    ],
  },
  {
    kind: 'income-tax-record',
    office: '国家税务总局台州市黄岩区税务局',
    from: '2025-01',
    to: '2026-10',
    payments: [
      tax('2026-06', '劳务报酬所得', 96_000, '2026-07-13'),
      tax('2026-01', '工资薪金所得（全年一次性奖金）', 72_000, '2026-02-10'),
      tax('2025-09', '劳务报酬所得', 64_000, '2025-10-16'),
      tax('2025-01', '工资薪金所得（全年一次性奖金）', 60_000, '2025-02-13'),
    ],
  },
  {
    kind: 'household-registration',
    sex: '男',
    nation: '汉族',
    bornOn: '1990-05-12',
    bornAt: '浙江省台州市黄岩区',
    householdKind: '家庭户',
    relationToHead: '户主',
    address: '浙江省台州市黄岩区北洋镇小里桥村示例路6号',
    movedIn: '2023年9月12日由黄岩区上垟乡迁入',
    station: '台州市公安局黄岩分局北洋派出所',
  },
  {
    kind: 'marriage-record',
    registrations: [
      {
        kind: '结婚登记',
        on: '2018-09-28',
        office: '台州市黄岩区民政局',
        other: '林小荷',
        serial: 'J331003-2018-009999',
      },
    ],
  },
  {
    kind: 'employment-registration',
    registrations: [
      { kind: '就业登记', on: '2014-08-01', detail: employer, until: null },
      { kind: '失业登记', on: '2013-09-10', detail: '高校毕业后未就业', until: '2014-07-31' },
    ],
  },
];

/** The person's own part: 8 % and 0.5 % of the base. */
function payment(month: string, baseFen: number) {
  const own = (permille: number): number => Math.round((baseFen * permille) / 1000);
  return { month, baseFen, pensionFen: own(80), unemploymentFen: own(5), received: true };
}

function tax(period: string, income: string, paidFen: number, paidOn: string) {
  return { period, income, paidFen, paidOn };
}
