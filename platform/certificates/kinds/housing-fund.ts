import { chineseDate } from '../dates.ts';
import { facts, type Kinds, yuan } from './kind.ts';

export interface HousingFundRecords {
  'housing-fund-deposit': {
    employer: string;
    openedOn: string;
    monthlyBaseFen: number;
    monthlyDepositFen: number;
    paidUntil: string;
    balanceFen: number;
  };
  'housing-fund-loan-settled': {
    bank: string;
    contract: string;
    home: string;
    loanFen: number;
    from: string;
    to: string;
    settledOn: string;
  };
}

export const housingFund: Kinds<HousingFundRecords> = {
  'housing-fund-deposit': {
    name: { zh: '住房公积金缴存证明', en: 'Certificate of Housing Provident Fund Deposits' },
    summary: { zh: '缴存单位、月缴存额和账户余额', en: 'Employer, monthly deposit and balance of the account' },
    body: record => ({
      statement: {
        zh: '经查询住房公积金缴存信息，上述人员的个人账户情况如下表。',
        en: 'According to the housing provident fund records, the account of the holder stands as follows.',
      },
      table: facts([
        [{ zh: '缴存单位', en: 'Employer' }, record.employer],
        [{ zh: '开户日期', en: 'Opened on' }, chineseDate(record.openedOn)],
        [{ zh: '月缴存基数', en: 'Monthly base' }, yuan(record.monthlyBaseFen)],
        [{ zh: '月缴存额（单位与个人合计）', en: 'Monthly deposit' }, yuan(record.monthlyDepositFen)],
        [{ zh: '缴至年月', en: 'Paid until' }, chineseDate(record.paidUntil)],
        [{ zh: '账户余额', en: 'Balance' }, yuan(record.balanceFen)],
      ]),
    }),
  },
  'housing-fund-loan-settled': {
    name: { zh: '住房公积金贷款结清证明', en: 'Certificate of a Settled Housing Fund Loan' },
    summary: { zh: '贷款已经还清，注销抵押、再次贷款时用', en: 'The loan is paid back: for lifting the mortgage' },
    body: record => ({
      statement: {
        zh: '经查询住房公积金贷款信息，上述人员的下列住房公积金贷款本息已全部还清，借款合同履行完毕。',
        en: 'According to the housing provident fund records, principal and interest of this loan are paid back in full.',
      },
      table: facts([
        [{ zh: '受托银行', en: 'Bank' }, record.bank],
        [{ zh: '借款合同编号', en: 'Contract' }, record.contract],
        [{ zh: '所购住房坐落', en: 'Home' }, record.home],
        [{ zh: '贷款金额', en: 'Loan' }, yuan(record.loanFen)],
        [{ zh: '合同期限', en: 'Term' }, `${chineseDate(record.from)}至${chineseDate(record.to)}`],
        [{ zh: '结清日期', en: 'Settled on' }, chineseDate(record.settledOn)],
        [{ zh: '贷款余额', en: 'Still owed' }, yuan(0)],
      ]),
      notes: [
        {
          zh: '办了抵押的，请凭本证明到不动产登记窗口注销抵押。',
          en: 'To lift the mortgage, take this certificate to the property registration window.',
        },
      ],
    }),
  },
};
