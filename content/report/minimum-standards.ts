import type { PlaceClass } from '../model/code-lists.ts';

/** What the plan asks at least of a centre of each class (改革方案 三(一)1、三(三)7). */
export const minimumStandards: Record<PlaceClass, { areaM2: number; windows: number; staff: number }> = {
  'central-town': { areaM2: 500, windows: 18, staff: 9 },
  'town-or-subdistrict': { areaM2: 300, windows: 15, staff: 6 },
  township: { areaM2: 200, windows: 10, staff: 4 },
};

export const standards = {
  areaM2: {
    name: { zh: '场所面积（平方米）', en: 'Area (m²)' },
    quote:
      '宁溪镇、院桥镇两个中心镇便民服务中心场所面积达到500平方米以上，……其他镇、街道便民服务中心场所面积达到300平方米以上，……各乡便民服务中心场所面积达到200平方米以上',
  },
  windows: {
    name: { zh: '窗口（个）', en: 'Windows' },
    quote: '宁溪镇、院桥镇两个中心镇……窗口需达到18个以上；其他镇、街道……窗口需达到15个以上；各乡……窗口需达到10个以上',
  },
  staff: {
    name: { zh: '综合受理人员（人）', en: 'Staff' },
    quote:
      '宁溪镇、院桥镇两个中心镇便民服务中心窗口需配备综合受理人员9人以上；其他镇、街道……需配备综合受理人员6人以上；各乡……需配备综合受理人员4人以上',
  },
} as const;
export type StandardKey = keyof typeof standards;
