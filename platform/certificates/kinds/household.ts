import { chineseDate } from '../dates.ts';
import { facts, type Kinds } from './kind.ts';

export interface HouseholdRecords {
  'household-registration': {
    sex: '男' | '女';
    nation: string;
    bornOn: string;
    bornAt: string;
    householdKind: string;
    relationToHead: string;
    address: string;
    movedIn: string;
    station: string;
  };
}

export const household: Kinds<HouseholdRecords> = {
  'household-registration': {
    name: { zh: '户籍证明', en: 'Certificate of Household Registration' },
    summary: { zh: '户口在哪里、和户主什么关系', en: 'Where your household is registered, and your place in it' },
    body: record => ({
      statement: {
        zh: `经查询人口信息，上述人员系${record.station}辖区常住户口居民，户口登记情况如下表。`,
        en: 'According to the population records, the holder is a registered permanent resident as follows.',
      },
      table: facts([
        [{ zh: '性别', en: 'Sex' }, record.sex],
        [{ zh: '民族', en: 'Nationality' }, record.nation],
        [{ zh: '出生日期', en: 'Born on' }, chineseDate(record.bornOn)],
        [{ zh: '出生地', en: 'Born at' }, record.bornAt],
        [{ zh: '户别', en: 'Kind of household' }, record.householdKind],
        [{ zh: '与户主关系', en: 'Relation to head' }, record.relationToHead],
        [{ zh: '户籍地址', en: 'Address' }, record.address],
        [{ zh: '何时由何地迁入', en: 'Moved in' }, record.movedIn],
        [{ zh: '户口登记机关', en: 'Police station' }, record.station],
      ]),
      notes: [
        {
          zh: '能用居民户口簿、身份证证明的，不需要本证明。',
          en: 'Not needed where the household booklet or the ID card will do.',
        },
      ],
    }),
  },
};
