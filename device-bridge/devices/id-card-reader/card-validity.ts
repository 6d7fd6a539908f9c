import type { FaultName } from '../../../content/common/faults.ts';
import { idNumberProblem, namesBirthDate } from './card-number.ts';
import type { IdCard } from './types.ts';

export type CardFault = Extract<FaultName, 'card-number-invalid' | 'card-expired'>;

/**
 * What keeps a card that was read well from being used, or null. `today` is an ISO date of the terminal's own place.
 * A card is valid through its last day. A first day after today is let pass: the terminal's clock may be behind.
 */
export function cardFault(card: IdCard, today: string): CardFault | null {
  if (idNumberProblem(card.kind, card.idNumber, today) !== null) return 'card-number-invalid';
  if (!namesBirthDate(card.kind, card.idNumber, card.birthDate)) return 'card-number-invalid';
  return card.validTo !== null && card.validTo < today ? 'card-expired' : null;
}
