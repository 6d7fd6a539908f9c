import type { FaultName } from '../../../content/common/faults.ts';
import type { Device } from '../device.ts';

/** Absent: no PC/SC service or no reader. card-present: a card lies there that nobody asked for or that has been read. */
export type SocialSecurityCardStatus =
  | { state: 'absent'; fault: FaultName }
  | { state: 'faulted'; fault: FaultName }
  | { state: 'ready' }
  | { state: 'card-present' }
  | { state: 'reading' };

/** What a social-security card tells without a PIN. Dates are ISO. */
export interface SocialSecurityCard {
  /** Social-security number: the 18 characters of the ID number. */
  idNumber: string;
  name: string;
  cardNumber: string;
  /** Code of the issuing region, 6 digits. */
  issuerCode: string;
  issuedOn: string | null;
  validTo: string | null;
  /** Answer to reset, upper-case hex. */
  atr: string;
}

export type SocialSecurityCardOutcome =
  | { outcome: 'read'; card: SocialSecurityCard }
  | { outcome: 'unreadable'; fault: FaultName }
  | { outcome: 'cancelled' };

export interface SocialSecurityCardReader extends Device<SocialSecurityCardStatus> {
  /** Waits for a card and reads its public data. Goes on waiting while there is no reader. Ends early when `signal` aborts. */
  readCard(signal: AbortSignal): Promise<SocialSecurityCardOutcome>;
}
