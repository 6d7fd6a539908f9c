import type { Text } from '../../content/common/text.ts';
import { chineseDate } from './dates.ts';
import type {
  CertificateKind,
  CertificateRecord,
  HousingFundRecord,
  MedicalInsuranceRecord,
  PropertyNoneRecord,
  SocialInsuranceRecord,
} from './records.ts';
import type { Table } from './sheet.ts';

interface KindWords {
  name: Required<Text>;
  /** One line for the list on the screen. */
  summary: Required<Text>;
}

export const kinds: Record<CertificateKind, KindWords> = {
  'social-insurance-enrolment': {
    name: { zh: '社会保险参保证明', en: 'Certificate of Social Insurance Enrolment' },
    summary: {
      zh: '养老、失业、工伤保险的参保时间和缴费月数',
      en: 'Pension, unemployment and work injury insurance: since when, and months paid',
    },
  },
  'medical-insurance-enrolment': {
    name: { zh: '基本医疗保险参保证明', en: 'Certificate of Basic Medical Insurance Enrolment' },
    summary: { zh: '医保险种、参保地和近年参保时间', en: 'Scheme, place and recent periods of medical insurance' },
  },
  'housing-fund-deposit': {
    name: { zh: '住房公积金缴存证明', en: 'Certificate of Housing Provident Fund Deposits' },
    summary: { zh: '缴存单位、月缴存额和账户余额', en: 'Employer, monthly deposit and balance of the account' },
  },
  'property-none': {
    name: { zh: '不动产登记信息查询证明（无房证明）', en: 'Certificate of No Registered Property' },
    summary: { zh: '黄岩区内没有不动产登记信息', en: 'No property registered in Huangyan district' },
  },
};

/** The certified sentence and the table, from a record. Pure. */
export function wordsOf(record: CertificateRecord): { statement: Required<Text>; table: Table } {
  switch (record.kind) {
    case 'social-insurance-enrolment':
      return socialInsurance(record);
    case 'medical-insurance-enrolment':
      return medicalInsurance(record);
    case 'housing-fund-deposit':
      return housingFund(record);
    case 'property-none':
      return propertyNone(record);
  }
}

const item: Required<Text> = { zh: '项目', en: 'Item' };
const content: Required<Text> = { zh: '内容', en: 'Content' };

function socialInsurance({ employer, insurances }: SocialInsuranceRecord) {
  return {
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
        paying ? '正常参保' : '暂停缴费',
      ]),
      figures: [3],
    },
  };
}

function medicalInsurance({ scheme, place, periods }: MedicalInsuranceRecord) {
  return {
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
  };
}

function housingFund(record: HousingFundRecord) {
  return {
    statement: {
      zh: '经查询住房公积金缴存信息，上述人员的个人账户情况如下表。',
      en: 'According to the housing provident fund records, the account of the holder stands as follows.',
    },
    table: {
      columns: [item, content],
      rows: [
        [{ zh: '缴存单位', en: 'Employer' }, record.employer],
        [{ zh: '开户日期', en: 'Opened on' }, chineseDate(record.openedOn)],
        [{ zh: '月缴存基数', en: 'Monthly base' }, yuan(record.monthlyBaseFen)],
        [{ zh: '月缴存额（单位与个人合计）', en: 'Monthly deposit' }, yuan(record.monthlyDepositFen)],
        [{ zh: '缴至年月', en: 'Paid until' }, chineseDate(record.paidUntil)],
        [{ zh: '账户余额', en: 'Balance' }, yuan(record.balanceFen)],
      ],
      figures: [],
    },
  };
}

function propertyNone({ area, registers }: PropertyNoneRecord) {
  return {
    statement: {
      zh: `经查询，截至出具之日，在${area}范围内未查询到上述人员名下的不动产登记信息。`,
      en: 'On the day of issue no property registered in the name of the holder was found in the area named above.',
    },
    table: {
      columns: [
        { zh: '查询的登记簿', en: 'Register searched' },
        { zh: '范围', en: 'Area' },
        { zh: '结果', en: 'Result' },
      ],
      rows: registers.map(register => [register, area, '未查询到登记信息']),
      figures: [],
    },
  };
}

function yuan(fen: number): string {
  return `${(fen / 100).toLocaleString('en-US', { minimumFractionDigits: 2 })} 元`;
}
