import type { Text } from '../common/text.ts';

/** The kept set of drawings of papers; the kiosk draws each (kiosk/ui/paper-drawings). */
export const materialPictures = {
  'id-card': { zh: '身份证', en: 'ID card' },
  'household-booklet': { zh: '户口簿', en: 'Household booklet' },
  'social-security-card': { zh: '社保卡', en: 'Social security card' },
  'bank-card': { zh: '银行卡', en: 'Bank card' },
  photo: { zh: '照片', en: 'Photo' },
  'marriage-certificate': { zh: '结婚证', en: 'Marriage certificate' },
  'property-certificate': { zh: '不动产权证', en: 'Property certificate' },
  'business-licence': { zh: '营业执照', en: 'Business licence' },
  certificate: { zh: '证书、证明', en: 'Certificate' },
  passport: { zh: '护照、证件', en: 'Passport' },
  form: { zh: '表格', en: 'Form' },
  contract: { zh: '合同', en: 'Contract' },
  letter: { zh: '委托书、介绍信', en: 'Letter' },
  statement: { zh: '承诺书、说明', en: 'Statement' },
  invoice: { zh: '票据', en: 'Invoice' },
  medical: { zh: '病历', en: 'Medical record' },
  plan: { zh: '图纸', en: 'Drawing or plan' },
  record: { zh: '电子信息', en: 'Electronic record' },
  papers: { zh: '其他纸质材料', en: 'Other papers' },
} as const satisfies Record<string, Text>;
export type MaterialPicture = keyof typeof materialPictures;

/** Words of an id, and the picture they call for: the first row that has one of the id's words counts. */
const byWord: readonly (readonly [MaterialPicture, RegExp])[] = [
  ['passport', /passport|entry-document/],
  ['social-security-card', /social-security-(card|account)|citizen-card/],
  ['bank-card', /bank-card/],
  ['household-booklet', /booklet|household-page/],
  ['photo', /photos?(-|$)/],
  ['business-licence', /business-licence|loss-notice/],
  ['id-card', /id-(card|cards|numbers)|guardian-id|child-id|representative-id/],
  ['marriage-certificate', /marriage-certificate/],
  ['letter', /letter|authorisation|introduction|consent|opinion/],
  ['statement', /statement|promise|agreement|declaration|no-double/],
  ['form', /form$|request|slip|wish|list$|authorization|clue|wanted|rules/],
  ['contract', /contract|lease|notarisation/],
  ['invoice', /invoice|bill|receipt|settlement|cost/],
  ['medical', /medical|hospital|diagnosis|doctor|discharge-summary|hearing|health|fitting|vaccination/],
  ['property-certificate', /property-title|house-right|land-right|forest-right|old-house-title/],
  ['plan', /plan|drawing|sketch|survey|layout/],
  ['certificate', /certificate|permit|diploma|licence|veteran|tag$|preference-card/],
];

interface Pictured {
  id: string;
  picture?: MaterialPicture | undefined;
  form: string;
  type?: string | undefined;
}

/** What to draw beside a material: what its author named, else what its id, its type and its form say. */
export function pictureOf({ id, picture, form, type }: Pictured): MaterialPicture {
  if (picture !== undefined) return picture;
  const named = byWord.find(([, words]) => words.test(id))?.[0];
  if (named !== undefined) return named;
  if (form === 'electronic' || /record/.test(id)) return 'record';
  return type === 'form' ? 'form' : 'papers';
}
