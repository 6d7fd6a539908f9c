/** What a code leads to: a guide, a way to apply, a service centre, how to verify a certificate. */
export const purposes = ['guide', 'apply-person', 'apply-company', 'place', 'verify'] as const;
export type Purpose = (typeof purposes)[number];

/** What a code stands for, for ever: matter or place, and the situation of the matter (`-` where there is none). */
export interface CodeTarget {
  purpose: Purpose;
  /** Id of a matter; for the purpose place: its code. */
  subject: string;
  situation: string;
}

export const noSituation = '-';

export type CodeState =
  | { is: 'active' }
  /** Leads to another code's page. */
  | { is: 'moved'; to: string }
  /** since: ISO date. instead: the code of what to use now, when there is something. */
  | { is: 'ended'; since: string; instead?: string };

/** One permanent code: what is printed as a QR code is its address. */
export interface Code extends CodeTarget {
  id: string;
  state: CodeState;
  /** What it was called when it was given, for a reader of the registry and for the page after its end. */
  name: string;
}

/** Every code ever given, in the order of giving. */
export interface Registry {
  readonly codes: readonly Code[];
}

/** The same for two codes exactly when they stand for the same thing. */
export function targetKey({ purpose, subject, situation }: CodeTarget): string {
  return `${purpose} ${subject} ${situation}`;
}

export function isMatterPurpose(purpose: Purpose): boolean {
  return purpose !== 'place';
}
