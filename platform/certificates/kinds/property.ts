import { type Kinds, sumOf } from './kind.ts';

export interface PropertyRecords {
  /** That the register was searched and holds nothing is a record too. */
  'property-none': { area: string; registers: string[] };
  'property-owned': {
    area: string;
    properties: { where: string; title: string; use: string; areaM2: number; owners: string; burden: string }[];
  };
}

export const property: Kinds<PropertyRecords> = {
  'property-none': {
    name: { zh: '不动产登记信息查询证明（无房证明）', en: 'Certificate of No Registered Property' },
    summary: { zh: '黄岩区内没有不动产登记信息', en: 'No property registered in Huangyan district' },
    body: ({ area, registers }) => ({
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
    }),
  },
  'property-owned': {
    name: { zh: '不动产登记信息查询证明（有房证明）', en: 'Certificate of Registered Property' },
    summary: { zh: '名下房屋的坐落、面积和抵押情况', en: 'Where it is, how large, and whether it is mortgaged' },
    body: ({ area, properties }) => ({
      statement: {
        zh: `经查询，截至出具之日，在${area}范围内登记在上述人员名下的不动产共${properties.length}处，建筑面积合计${squareMetres(sumOf(properties.map(each => each.areaM2)))}平方米，情况如下表。`,
        en: 'On the day of issue the following property was registered in the name of the holder in the area named above.',
      },
      table: {
        columns: [
          { zh: '坐落', en: 'Where' },
          { zh: '不动产权证号', en: 'Title' },
          { zh: '用途、面积', en: 'Use, area' },
          { zh: '共有情况', en: 'Owners' },
          { zh: '抵押、查封', en: 'Burdens' },
        ],
        rows: properties.map(each => [
          each.where,
          each.title,
          `${each.use} ${squareMetres(each.areaM2)}㎡`,
          each.owners,
          each.burden,
        ]),
        figures: [],
        widths: [1.55, 1.75, 1.1, 1.05, 1.2],
      },
      notes: [
        {
          zh: '以不动产登记簿在出具之日的记载为准；出具以后发生的登记，本证明不反映。',
          en: 'The register on the day of issue counts; later entries are not shown here.',
        },
      ],
    }),
  },
};

function squareMetres(areaM2: number): string {
  return areaM2.toFixed(2);
}
