/** Damm's quasigroup (2004): its check digit finds every single wrong digit and every swap of neighbours. */
const damm = [
  [0, 3, 1, 7, 5, 9, 8, 6, 4, 2],
  [7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
  [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
  [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
  [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
  [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
  [5, 8, 6, 9, 7, 2, 0, 1, 3, 4],
  [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
  [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
  [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
] as const satisfies number[][];

const district = '331003';
const shape = /^HY(331003)-(\d{4})-(\d{6})-(\d)$/;

/** HY331003-2026-000042-C: district, year and running number of that year (1 to 999999), check digit. */
export function certificateNumber(year: number, running: number): string {
  if (running < 1 || running > 999_999) throw new RangeError('the running number of a certificate has six digits');
  const [years, runnings] = [String(year).padStart(4, '0'), String(running).padStart(6, '0')];
  return `HY${district}-${years}-${runnings}-${checkDigit(district + years + runnings)}`;
}

/** Takes what a person typed: case and surrounding space do not matter. Null when it cannot be a number of ours. */
export function parseCertificateNumber(typed: string): string | null {
  const number = typed.trim().toUpperCase();
  const parts = shape.exec(number);
  if (!parts) return null;
  return checkDigit(parts.slice(1, 4).join('')) === Number(parts[4]) ? number : null;
}

function checkDigit(digits: string): number {
  return [...digits].reduce((interim, digit) => damm[interim]?.[Number(digit)] ?? 0, 0);
}
