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
  tax: { name: { zh: '税费', en: 'Taxes and contributions' }, icon: 'receipt-text' },
  legal: { name: { zh: '法律服务', en: 'Legal services' }, icon: 'scale' },
  'culture-sport': { name: { zh: '文化体育', en: 'Culture and sport' }, icon: 'library' },
  enforcement: { name: { zh: '城市管理', en: 'Streets and pets' }, icon: 'traffic-cone' },
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

/** Type of a matter with its national code (事项类型). */
export const matterTypes = {
  permit: { code: '01', name: { zh: '行政许可', en: 'Permit' } },
  payment: { code: '05', name: { zh: '行政给付', en: 'Payment' } },
  confirmation: { code: '07', name: { zh: '行政确认', en: 'Confirmation' } },
  reward: { code: '08', name: { zh: '行政奖励', en: 'Reward' } },
  ruling: { code: '09', name: { zh: '行政裁决', en: 'Ruling' } },
  'other-power': { code: '20', name: { zh: '其他行政权力', en: 'Other power' } },
  'public-service': { code: '21', name: { zh: '公共服务', en: 'Public service' } },
} as const satisfies Record<string, { code: string; name: Text }>;

/** Level of the body that exercises the power, with its national code (行使层级). */
export const exerciseLevels = {
  province: { code: '2', name: { zh: '省级', en: 'Province' } },
  city: { code: '3', name: { zh: '市级', en: 'City' } },
  county: { code: '4', name: { zh: '县级', en: 'County' } },
} as const satisfies Record<string, { code: string; name: Text }>;

/** Handled on the spot, or within a promised time (办件类型). */
export const caseTypes = {
  immediate: { zh: '即办件', en: 'On the spot' },
  promised: { zh: '承诺件', en: 'Within a promised time' },
} as const satisfies Record<string, Text>;

/** Stages of the office's own work (办理流程). */
export const stepStages = {
  receive: { zh: '收件', en: 'Receive' },
  accept: { zh: '受理', en: 'Accept' },
  examine: { zh: '审查', en: 'Examine' },
  decide: { zh: '决定', en: 'Decide' },
  make: { zh: '制证', en: 'Make' },
  deliver: { zh: '送达', en: 'Deliver' },
} as const satisfies Record<string, Text>;

/** Kind of a result with its national code (办理结果类型). */
export const resultKinds = {
  licence: { code: '10', name: { zh: '证照', en: 'Licence' } },
  approval: { code: '20', name: { zh: '批文', en: 'Approval' } },
  other: { code: '30', name: { zh: '其他', en: 'Other' } },
} as const satisfies Record<string, { code: string; name: Text }>;

/** Ways of handling besides the four ends (办理形式). */
export const otherWays = {
  mail: { zh: '邮寄材料', en: 'Mail the papers' },
  agent: { zh: '请人代办', en: 'Ask an agent' },
  home: { zh: '上门来办', en: 'Have somebody come home' },
} as const satisfies Record<string, Text>;

/** Need of a material: codes 1 must, 2 optional, 3 may follow later of the national element set. */
export const materialNeeds = {
  must: { zh: '要带', en: 'Bring' },
  optional: { zh: '可不带', en: 'Optional' },
  later: { zh: '可后补', en: 'May follow later' },
} as const satisfies Record<string, Text>;

/** Type of a material with its national code. */
export const materialTypes = {
  licence: { code: '1', name: { zh: '证照证明', en: 'Licence or proof' } },
  form: { code: '2', name: { zh: '申请表格', en: 'Form' } },
  other: { code: '3', name: { zh: '其他', en: 'Other' } },
} as const satisfies Record<string, { code: string; name: Text }>;

export const materialForms = {
  paper: { zh: '纸质', en: 'Paper' },
  electronic: { zh: '电子', en: 'Electronic' },
  either: { zh: '纸质或电子', en: 'Paper or electronic' },
} as const satisfies Record<string, Text>;

/** Source of a material with its national code. */
export const materialSources = {
  applicant: { code: '10', name: { zh: '申请人自备', en: 'The applicant' } },
  government: { code: '20', name: { zh: '政府部门核发', en: 'An authority' } },
  other: { code: '99', name: { zh: '其他', en: 'Others' } },
} as const satisfies Record<string, { code: string; name: Text }>;

export const handlingAreas = {
  place: { zh: '限本乡镇', en: 'This township only' },
  district: { zh: '全区通办', en: 'Anywhere in the district' },
  city: { zh: '全市通办', en: 'Anywhere in the city' },
  province: { zh: '全省通办', en: 'Anywhere in the province' },
} as const satisfies Record<string, Text>;

export const placeClasses = {
  'central-town': { zh: '中心镇', en: 'Central town' },
  'town-or-subdistrict': { zh: '一般镇、街道', en: 'Town or subdistrict' },
  township: { zh: '山区乡', en: 'Mountain township' },
} as const satisfies Record<string, Text>;
export type PlaceClass = keyof typeof placeClasses;

export function keysOf<K extends string>(list: Record<K, unknown>): [K, ...K[]] {
  return Object.keys(list) as [K, ...K[]];
}
