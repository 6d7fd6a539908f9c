import { expect, test } from 'vitest';
import { place as sample } from '../../catalog/catalog.test-support.ts';
import { villagesByLetter } from './villages.ts';

const village = (code: string, name: string): { code: string; name: string } => ({ code, name });
const places = [
  {
    ...sample,
    code: '331003204',
    villages: [village('331003204201', '沈岙村委会'), village('331003204202', '西洋村')],
  },
  { ...sample, code: '331003107', villages: [village('331003107201', '上春村'), village('331003107202', '无名村')] },
];
const lexicon = { shenaocunweihui: ['沈岙村委会'], xiyangcun: ['西洋村'], shangchuncun: ['上春村'], xi: ['西'] };

test('finds villages of all places by the first letter of their names, in the order of their pinyin', () => {
  expect([...villagesByLetter({ places, lexicon })]).toEqual([
    [
      'S',
      [
        { name: '上春村', placeCode: '331003107' },
        { name: '沈岙村', placeCode: '331003204' },
      ],
    ],
    ['X', [{ name: '西洋村', placeCode: '331003204' }]],
  ]);
});
