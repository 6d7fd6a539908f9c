import type { Person } from '../api/types.ts';

/** Months are 2026-10, days 2026-10-31, money is whole fen. */
export interface SocialInsuranceRecord {
  kind: 'social-insurance-enrolment';
  employer: string;
  insurances: { name: string; since: string; until: string; months: number; paying: boolean }[];
}

export interface MedicalInsuranceRecord {
  kind: 'medical-insurance-enrolment';
  scheme: string;
  place: string;
  periods: { since: string; until: string; base: string; entitled: boolean }[];
}

export interface HousingFundRecord {
  kind: 'housing-fund-deposit';
  employer: string;
  openedOn: string;
  monthlyBaseFen: number;
  monthlyDepositFen: number;
  paidUntil: string;
  balanceFen: number;
}

/** That the register was searched and holds nothing is a record too. */
export interface PropertyNoneRecord {
  kind: 'property-none';
  area: string;
  registers: string[];
}

export type CertificateRecord = SocialInsuranceRecord | MedicalInsuranceRecord | HousingFundRecord | PropertyNoneRecord;
export type CertificateKind = CertificateRecord['kind'];

/** Where the facts come from. A real start asks the departments; the demo asks sample-records.ts. */
export interface RecordSource {
  /** Everything on record for this person; empty when nobody of this number and name is known. */
  recordsOf(person: Person): Promise<CertificateRecord[]>;
}
