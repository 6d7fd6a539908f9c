import type { Text } from '../common/text.ts';

/** The three sources of power of a matter in the reform plan (分级事项). */
export const powerLevels = {
  'delegated-collection': { zh: '委托代收', en: 'Accepted here, decided by the district' },
  'delegated-authority': { zh: '授权下放', en: 'Decided here for the district' },
  'township-own': { zh: '乡镇职权', en: 'The township’s own' },
} as const satisfies Record<string, Text>;
export type PowerLevel = keyof typeof powerLevels;

/** Fields of life (民生领域). `icon` names a pictogram of the kiosk. */
export const fields = {
  'social-security': { name: { zh: '社会保险', en: 'Social insurance' }, icon: 'shield' },
  medical: { name: { zh: '医疗健康', en: 'Health care' }, icon: 'heart-pulse' },
  household: { name: { zh: '户籍身份', en: 'Household and identity' }, icon: 'id-card' },
  'civil-affairs': { name: { zh: '民政救助', en: 'Support and relief' }, icon: 'hand-heart' },
  housing: { name: { zh: '住房公积金', en: 'Housing and fund' }, icon: 'house' },
  property: { name: { zh: '不动产登记', en: 'Property registration' }, icon: 'file-key' },
  employment: { name: { zh: '就业创业', en: 'Work and starting up' }, icon: 'briefcase' },
  education: { name: { zh: '教育入学', en: 'School' }, icon: 'graduation-cap' },
  veterans: { name: { zh: '退役军人', en: 'Veterans' }, icon: 'medal' },
  disability: { name: { zh: '残疾人服务', en: 'Disability services' }, icon: 'accessibility' },
  agriculture: { name: { zh: '农业农村', en: 'Farming and villages' }, icon: 'sprout' },
  business: { name: { zh: '经营准营', en: 'Running a business' }, icon: 'store' },
  utilities: { name: { zh: '水电气广电', en: 'Water, power, gas, TV' }, icon: 'plug' },
} as const satisfies Record<string, { name: Text; icon: string }>;
export type FieldOfLife = keyof typeof fields;

/** The four ends a matter can be handled at (四端). */
export const ends = {
  web: { zh: '网上', en: 'Web' },
  phone: { zh: '手机', en: 'Phone' },
  window: { zh: '窗口', en: 'Window' },
  terminal: { zh: '自助终端', en: 'This terminal' },
} as const satisfies Record<string, Text>;
export type End = keyof typeof ends;

/** Need of a material: codes 1 must, 2 optional, 3 may follow later of the national element set. */
export const materialNeeds = {
  must: { zh: '要带', en: 'Bring' },
  optional: { zh: '可不带', en: 'Optional' },
  later: { zh: '可后补', en: 'May follow later' },
} as const satisfies Record<string, Text>;
export type MaterialNeed = keyof typeof materialNeeds;

export const handlingAreas = {
  place: { zh: '限本乡镇', en: 'This township only' },
  district: { zh: '全区通办', en: 'Anywhere in the district' },
  city: { zh: '全市通办', en: 'Anywhere in the city' },
  province: { zh: '全省通办', en: 'Anywhere in the province' },
} as const satisfies Record<string, Text>;
export type HandlingArea = keyof typeof handlingAreas;

export const placeClasses = {
  'central-town': { zh: '中心镇', en: 'Central town' },
  'town-or-subdistrict': { zh: '一般镇、街道', en: 'Town or subdistrict' },
  township: { zh: '山区乡', en: 'Mountain township' },
} as const satisfies Record<string, Text>;
export type PlaceClass = keyof typeof placeClasses;

export function keysOf<K extends string>(list: Record<K, unknown>): [K, ...K[]] {
  return Object.keys(list) as [K, ...K[]];
}
