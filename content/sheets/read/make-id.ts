import { readingsOf } from '../../compiler/readings.ts';

const longest = 40;

/** An id nobody uses yet from the pinyin of a name: 房产证明 -> fang-chan-zheng-ming. */
export function makeId(name: string, taken: ReadonlySet<string>): string {
  const syllables = readingsOf(name).map((readings, index) => {
    const reading = readings[0] ?? '';
    return /\p{Script=Han}/u.test([...name][index] ?? '') ? `-${reading}-` : reading;
  });
  const words = syllables
    .join('')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[-0-9]+|-+$/g, '');
  const base = words.slice(0, longest).replace(/-[^-]*$/, words.length > longest ? '' : '$&') || 'new';
  if (!taken.has(base)) return base;
  let count = 2;
  while (taken.has(`${base}-${count}`)) count++;
  return `${base}-${count}`;
}
