import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { readingsOf } from './readings.ts';

const target = fileURLToPath(new URL('../model/search/common-readings.ts', import.meta.url));
const lineWidth = 100;

/** The 3,755 everyday characters of GB 2312 (its first level), in its order. */
function everydayCharacters(): string[] {
  const decoder = new TextDecoder('gb2312');
  const characters: string[] = [];
  for (let row = 16; row <= 55; row++)
    for (let cell = 1; cell <= (row === 55 ? 89 : 94); cell++)
      characters.push(decoder.decode(Uint8Array.of(0xa0 + row, 0xa0 + cell)));
  return characters;
}

/** The source text of content/model/search/common-readings.ts. */
export function commonReadingsSource(): string {
  const bySyllable = new Map<string, string>();
  for (const character of everydayCharacters())
    for (const reading of readingsOf(character)[0] ?? [])
      bySyllable.set(reading, (bySyllable.get(reading) ?? '') + character);
  const lines: string[] = [''];
  for (const [syllable, characters] of [...bySyllable].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const words = `${syllable}${characters}`;
    const last = lines.at(-1) ?? '';
    if (last.length + words.length < lineWidth) lines[lines.length - 1] = last === '' ? words : `${last} ${words}`;
    else lines.push(words);
  }
  return `// Written by \`node content/compiler/common-readings.ts\`. Do not edit.

/** Every reading of the 3,755 everyday characters of GB 2312, for finding what sounds like a character that no text has. */
export const commonReadings = \`
${lines.join('\n')}
\`;
`;
}

if (import.meta.main) await writeFile(target, commonReadingsSource());
