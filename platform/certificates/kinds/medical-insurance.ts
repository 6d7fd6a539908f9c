import { chineseDate } from '../dates.ts';
import type { Kinds } from './kind.ts';

export interface MedicalInsuranceRecords {
  /** base is written as it shall stand on the sheet, a dash where the scheme has none. */
  'medical-insurance-enrolment': {
    scheme: string;
    place: string;
    periods: { since: string; until: string; base: string; entitled: boolean }[];
  };
}

export const medicalInsurance: Kinds<MedicalInsuranceRecords> = {
  'medical-insurance-enrolment': {
    name: { zh: '基本医疗保险参保证明', en: 'Certificate of Basic Medical Insurance Enrolment' },
    summary: { zh: '医保险种、参保地和近年参保时间', en: 'Scheme, place and recent periods of medical insurance' },
    body: ({ scheme, place, periods }) => ({
      statement: {
        zh: `经查询医疗保障信息，上述人员在${place}参加${scheme}，近年参保情况如下表。`,
        en: 'According to the medical insurance records, the holder is enrolled at the place named above as follows.',
      },
      table: {
        columns: [
          { zh: '起始年月', en: 'Since' },
          { zh: '终止年月', en: 'Until' },
          { zh: '缴费基数（元）', en: 'Monthly base, yuan' },
          { zh: '待遇', en: 'Entitlement' },
        ],
        rows: periods.map(({ since, until, base, entitled }) => [
          chineseDate(since),
          chineseDate(until),
          base,
          entitled ? '正常享受' : '暂停',
        ]),
        figures: [2],
      },
    }),
  },
};
