import { civilAffairs } from './kinds/civil-affairs.ts';
import { employment } from './kinds/employment.ts';
import { household } from './kinds/household.ts';
import { housingFund } from './kinds/housing-fund.ts';
import type { Kinds } from './kinds/kind.ts';
import { medicalInsurance } from './kinds/medical-insurance.ts';
import { pension } from './kinds/pension.ts';
import { property } from './kinds/property.ts';
import { socialInsurance } from './kinds/social-insurance.ts';
import { tax } from './kinds/tax.ts';
import type { CertificateKind, CertificateRecord, Records } from './records.ts';
import type { Body } from './sheet.ts';

/** Every kind of certificate; the type asks for one entry for each kind of record. */
export const kinds: Kinds<Records> = {
  ...socialInsurance,
  ...medicalInsurance,
  ...pension,
  ...housingFund,
  ...property,
  ...tax,
  ...household,
  ...civilAffairs,
  ...employment,
};

/** The certified sentence, the table and the notes, from a record. Pure. */
export function bodyOf<K extends CertificateKind>(record: CertificateRecord<K>): Body {
  return kinds[record.kind].body(record);
}
