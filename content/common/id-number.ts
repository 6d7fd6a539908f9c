const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkCharacters = '10X98765432';

/** Check character of GB 11643-1999 (ISO 7064 MOD 11-2) for the first 17 digits. */
export function checkCharacter(first17Digits: string): string {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(first17Digits[index]), 0);
  return checkCharacters[sum % 11] ?? '';
}

/** GB 11643-1999: 17 digits and their check character, a citizen's number or a permit's. Area and birth date are not looked at. */
export function isIdNumber(value: string): boolean {
  return /^\d{17}[\dX]$/.test(value) && checkCharacter(value) === value[17];
}
