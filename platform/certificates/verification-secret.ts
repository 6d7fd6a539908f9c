import { randomBytes, randomInt } from 'node:crypto';

/** Crockford's letters: none that looks like another. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** 128 random bits, base64url, 22 characters. */
export function newVerificationToken(): string {
  return randomBytes(16).toString('base64url');
}

export function isVerificationToken(value: string): boolean {
  return /^[\w-]{22}$/.test(value);
}

/** 40 random bits as 7KQ2-M9XT. */
export function newVerificationCode(): string {
  const code = Array.from({ length: 8 }, () => letters[randomInt(letters.length)]).join('');
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

/** What a person typed, in the stored form: I and L are read as 1, O as 0, the dash may be missing. Null: not a code. */
export function parseVerificationCode(typed: string): string | null {
  const code = typed.toUpperCase().replace(/[\s-]/g, '').replace(/[IL]/g, '1').replace(/O/g, '0');
  if (code.length !== 8 || [...code].some(letter => !letters.includes(letter))) return null;
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}
