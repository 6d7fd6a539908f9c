/** Kinds of certificate the platform issues (platform/certificates/kinds.ts): what a matter may let a terminal print. */
export const certificateKinds = [
  'employment-registration',
  'flexible-employment-enrolment',
  'household-registration',
  'housing-fund-deposit',
  'housing-fund-loan-settled',
  'income-tax-record',
  'marriage-record',
  'medical-insurance-enrolment',
  'pension-payments',
  'property-none',
  'property-owned',
  'social-insurance-enrolment',
  'social-insurance-payments',
  'social-relief',
] as const;

export function isCertificateKind(kind: string): boolean {
  return (certificateKinds as readonly string[]).includes(kind);
}
