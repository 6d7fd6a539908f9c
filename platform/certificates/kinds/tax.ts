import { chineseDate } from '../dates.ts';
import { amount, type Kinds, sumOf } from './kind.ts';

export interface TaxRecords {
  /** Months without tax due are declared but not listed. */
  'income-tax-record': {
    office: string;
    from: string;
    to: string;
    payments: { period: string; income: string; paidFen: number; paidOn: string }[];
  };
}

export const tax: Kinds<TaxRecords> = {
  'income-tax-record': {
    name: { zh: '个人所得税纳税记录', en: 'Record of Individual Income Tax' },
    summary: { zh: '近两年缴的个人所得税，一笔一笔列出来', en: 'Each payment of income tax of the last two years' },
    body: ({ office, from, to, payments }) => ({
      statement: {
        zh: `经查询${office}税收征管信息，上述人员在${chineseDate(from)}至${chineseDate(to)}期间的个人所得税纳税情况如下表。`,
        en: 'According to the tax records, the holder paid individual income tax as follows in the period named above.',
      },
      table: {
        columns: [
          { zh: '税款所属期', en: 'Period' },
          { zh: '所得项目', en: 'Income' },
          { zh: '实缴（元）', en: 'Paid, yuan' },
          { zh: '入库日期', en: 'Paid on' },
        ],
        rows: [
          ...payments.map(({ period, income, paidFen, paidOn }) => [
            chineseDate(period),
            income,
            amount(paidFen),
            chineseDate(paidOn),
          ]),
          ['合计', '', amount(sumOf(payments.map(payment => payment.paidFen))), ''],
        ],
        figures: [2],
        widths: [0.9, 2.3, 1, 1.25],
      },
      notes: [
        {
          zh: '已申报但应纳税额为零的月份不逐月列出；以税务机关征管系统的记载为准。',
          en: 'Months that were declared without tax due are not listed. The system of the tax authority counts.',
        },
      ],
    }),
  },
};
