/** Digits and letters without those that look alike on paper (0 o, 1 i l). 31 is prime, so the check finds more. */
const alphabet = '23456789abcdefghjkmnpqrstuvwxyz';
const base = alphabet.length;
const places = 5;
const capacity = base ** places;

/** Near the golden section of `capacity` and no multiple of 31: every number has its own place, far from its neighbours'. */
const multiplier = 17_694_743;
/** multiplier * inverse = 1 modulo capacity. */
const inverse = 9_311_712;

/**
 * The id of the `sequence`-th code, counted from 1: five characters and a check character. One-to-one and for ever the
 * same: it is on paper.
 */
export function codeId(sequence: number): string {
  if (!Number.isInteger(sequence) || sequence < 1 || sequence >= capacity)
    throw new RangeError(`there is no code number ${sequence}`);
  let rest = (sequence * multiplier) % capacity;
  const digits: number[] = [];
  for (let place = 0; place < places; place++) {
    digits.push(rest % base);
    rest = Math.floor(rest / base);
  }
  return [...digits, checkOf(digits)].map(digit => alphabet.charAt(digit)).join('');
}

/** The sequence of an id; null when it is none: a wrong length, character or check character. */
export function codeSequence(id: string): number | null {
  const digits = [...id].map(character => alphabet.indexOf(character));
  if (digits.length !== places + 1 || digits.includes(-1)) return null;
  const check = digits.pop();
  if (check !== checkOf(digits)) return null;
  const permuted = digits.reduceRight((sum, digit) => sum * base + digit, 0);
  // Both factors are below 2^25, so the product is exact.
  const sequence = (permuted * inverse) % capacity;
  return sequence === 0 ? null : sequence;
}

/** Weighted so that one wrong character and two neighbours swapped are always found. */
function checkOf(digits: readonly number[]): number {
  return digits.reduce((sum, digit, place) => sum + digit * (place + 2), 0) % base;
}
