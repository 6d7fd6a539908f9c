import type { Person } from '../api/types.ts';
import type { CivilAffairsRecords } from './kinds/civil-affairs.ts';
import type { EmploymentRecords } from './kinds/employment.ts';
import type { HouseholdRecords } from './kinds/household.ts';
import type { HousingFundRecords } from './kinds/housing-fund.ts';
import type { MedicalInsuranceRecords } from './kinds/medical-insurance.ts';
import type { PensionRecords } from './kinds/pension.ts';
import type { PropertyRecords } from './kinds/property.ts';
import type { SocialInsuranceRecords } from './kinds/social-insurance.ts';
import type { TaxRecords } from './kinds/tax.ts';

/** What is on record for each kind of certificate. Months are 2026-10, days 2026-10-31, money is whole fen. */
export interface Records
  extends SocialInsuranceRecords,
    MedicalInsuranceRecords,
    PensionRecords,
    HousingFundRecords,
    PropertyRecords,
    TaxRecords,
    HouseholdRecords,
    CivilAffairsRecords,
    EmploymentRecords {}

export type CertificateKind = keyof Records;

/** A union told apart by `kind`. */
export type CertificateRecord<K extends CertificateKind = CertificateKind> = {
  [P in K]: { kind: P } & Records[P];
}[K];

/** Where the facts come from. A real start asks the departments; the demo asks sample-records.ts. */
export interface RecordSource {
  /** Everything on record for this person; empty when nobody of this number and name is known. */
  recordsOf(person: Person): Promise<CertificateRecord[]>;
}
