import { chineseDate } from '../dates.ts';
import { amount, facts, type Kinds, sumOf, yuan } from './kind.ts';

export interface SocialInsuranceRecords {
  'social-insurance-enrolment': {
    employer: string;
    insurances: { name: string; since: string; until: string; months: number; paying: boolean }[];
  };
  /** Newest month first, at most twelve; the amounts are the person's own part. */
  'social-insurance-payments': {
    employer: string;
    months: { month: string; baseFen: number; pensionFen: number; unemploymentFen: number; received: boolean }[];
  };
  'flexible-employment-enrolment': {
    place: string;
    firstEnrolled: string;
    flexibleSince: string;
    monthlyBaseFen: number;
    ratePercent: number;
    paidUntil: string;
    months: number;
    flexibleMonths: number;
    paying: boolean;
  };
}

export const socialInsurance: Kinds<SocialInsuranceRecords> = {
  'social-insurance-enrolment': {
    name: { zh: '社会保险参保证明', en: 'Certificate of Social Insurance Enrolment' },
    summary: {
      zh: '养老、失业、工伤保险的参保时间和缴费月数',
      en: 'Pension, unemployment and work injury insurance: since when, and months paid',
    },
    body: ({ employer, insurances }) => ({
      statement: {
        zh: `经查询社会保险参保信息，上述人员现由${employer}参加社会保险，参保情况如下表。`,
        en: 'According to the social insurance records, the holder is enrolled through the employer named above as follows.',
      },
      table: {
        columns: [
          { zh: '险种', en: 'Insurance' },
          { zh: '起始年月', en: 'Since' },
          { zh: '缴至年月', en: 'Paid until' },
          { zh: '累计月数', en: 'Months' },
          { zh: '状态', en: 'State' },
        ],
        rows: insurances.map(({ name, since, until, months, paying }) => [
          name,
          chineseDate(since),
          chineseDate(until),
          String(months),
          stateOf(paying),
        ]),
        figures: [3],
      },
    }),
  },
  'social-insurance-payments': {
    name: { zh: '社会保险缴费明细', en: 'Social Insurance Payments, Month by Month' },
    summary: {
      zh: '最近 12 个月每月的缴费基数和个人缴费',
      en: 'The base and your own part for each of the last 12 months',
    },
    body: ({ employer, months }) => ({
      statement: {
        zh: `经查询社会保险缴费信息，上述人员由${employer}参保，最近${months.length}个月个人缴费情况如下表（单位：元）。`,
        en: `According to the social insurance records, the holder paid as follows in each of the last ${months.length} months, in yuan.`,
      },
      table: {
        columns: [
          { zh: '费款所属期', en: 'Month' },
          { zh: '缴费基数', en: 'Base' },
          { zh: '养老保险个人缴费', en: 'Pension' },
          { zh: '失业保险个人缴费', en: 'Unemployment' },
          { zh: '缴费状态', en: 'State' },
        ],
        rows: [
          ...months.map(({ month, baseFen, pensionFen, unemploymentFen, received }) => [
            chineseDate(month),
            amount(baseFen),
            amount(pensionFen),
            amount(unemploymentFen),
            received ? '已到账' : '未到账',
          ]),
          [
            '合计',
            '',
            amount(sumOf(months.map(month => month.pensionFen))),
            amount(sumOf(months.map(month => month.unemploymentFen))),
            '',
          ],
        ],
        figures: [1, 2, 3],
        widths: [1.1, 1, 1.35, 1.35, 0.9],
      },
      notes: [
        {
          zh: '工伤保险由单位缴费，个人不缴费；医疗、生育保险的缴费情况由医疗保障部门出具。',
          en: 'The employer alone pays for work injury; medical and maternity insurance are certified elsewhere.',
        },
      ],
    }),
  },
  'flexible-employment-enrolment': {
    name: { zh: '灵活就业人员参保证明', en: 'Certificate of Self-Paid Pension Insurance' },
    summary: { zh: '自己缴的养老保险：基数、月缴费额、缴至哪个月', en: 'Base, monthly payment and last month paid' },
    body: record => ({
      statement: {
        zh: `经查询社会保险参保信息，上述人员以灵活就业人员身份在${record.place}参加企业职工基本养老保险，情况如下表。`,
        en: 'According to the social insurance records, the holder pays into the basic pension insurance of employees without an employer as follows.',
      },
      table: facts([
        [{ zh: '首次参保年月', en: 'First enrolled' }, chineseDate(record.firstEnrolled)],
        [{ zh: '灵活就业参保起始年月', en: 'Self-paid since' }, chineseDate(record.flexibleSince)],
        [{ zh: '月缴费基数', en: 'Monthly base' }, yuan(record.monthlyBaseFen)],
        [{ zh: '缴费比例', en: 'Rate' }, `${record.ratePercent}%`],
        [
          { zh: '月缴费额', en: 'Monthly payment' },
          yuan(Math.round((record.monthlyBaseFen * record.ratePercent) / 100)),
        ],
        [{ zh: '缴至年月', en: 'Paid until' }, chineseDate(record.paidUntil)],
        [
          { zh: '累计缴费月数', en: 'Months paid' },
          `${record.months} 个月（其中灵活就业 ${record.flexibleMonths} 个月）`,
        ],
        [{ zh: '参保状态', en: 'State' }, stateOf(record.paying)],
      ]),
    }),
  },
};

function stateOf(paying: boolean): string {
  return paying ? '正常参保' : '暂停缴费';
}
