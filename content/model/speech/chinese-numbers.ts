const digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
const places = ['', '十', '百', '千'];

/** A whole number as it is said: 24 -> 二十四, 105 -> 一百零五, 12000 -> 一万二千. Up to 999,999,999,999. */
export function chineseNumber(value: number): string {
  if (value === 0) return '零';
  const said = groupsOf(value);
  return said.startsWith('一十') ? said.slice(1) : said;
}

/** Digit by digit: 2026 -> 二零二六. On the telephone 1 is 幺. */
export function chineseDigits(text: string, telephone = false): string {
  return Array.from(text, each => (telephone && each === '1' ? '幺' : (digits[Number(each)] ?? ''))).join('');
}

function groupsOf(value: number): string {
  for (const [unit, size] of [
    ['亿', 100_000_000],
    ['万', 10_000],
  ] as const) {
    if (value < size) continue;
    const rest = value % size;
    const gap = rest > 0 && rest < size / 10 ? '零' : '';
    return `${groupsOf(Math.floor(value / size))}${unit}${gap}${rest === 0 ? '' : groupsOf(rest)}`;
  }
  return belowTenThousand(value);
}

function belowTenThousand(value: number): string {
  const text = String(value);
  return Array.from(text, (each, at) => {
    const place = places[text.length - 1 - at] ?? '';
    if (each !== '0') return `${digits[Number(each)]}${place}`;
    const isGap = text[at - 1] !== '0' && /[1-9]/.test(text.slice(at));
    return isGap ? '零' : '';
  }).join('');
}
