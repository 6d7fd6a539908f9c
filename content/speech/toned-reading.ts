import { pinyin } from 'pinyin-pro';

const han = /\p{Script=Han}/u;
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
const marks: Record<string, string> = { '\u0304': '1', '\u0301': '2', '\u030c': '3', '\u0300': '4' };

/** Names and words that the dictionary reads wrongly: 还款 -> huan2, kuan3. */
export type TonedReadings = ReadonlyMap<string, readonly string[]>;

/** From what authors write: 还款 -> `huán kuǎn`, `huan2 kuan3`, or without tones, which are then looked up. */
export function parseTonedReadings(written: Readonly<Record<string, string>>): Map<string, string[]> {
  return new Map(
    Object.entries(written).map(([name, reading]) => {
      const characters = Array.from(name);
      return [
        name,
        reading
          .trim()
          .split(/\s+/)
          .map((syllable, at) => toned(syllable, characters[at] ?? '')),
      ];
    }),
  );
}

/** A row of Chinese characters as toned syllables, one for each character that can be read. */
export function tonedSyllables(text: string, readings: TonedReadings): string[] {
  const characters = Array.from(text);
  const said = pinyin(text, { toneType: 'num', type: 'array' }).map(spoken);
  for (const [name, syllables] of readings) {
    const wanted = Array.from(name);
    for (let start = 0; start + wanted.length <= characters.length; start++)
      if (wanted.every((character, at) => characters[start + at] === character))
        for (const [at, syllable] of syllables.entries()) said[start + at] = syllable;
  }
  return said;
}

/** For espeak-ng's voice cmn-latn-pinyin: the syllables of a word stand together, as they are said. */
export function pinyinForVoice(text: string, readings: TonedReadings): string {
  const syllables = tonedSyllables(text, readings);
  let at = 0;
  return [...segmenter.segment(text)]
    .map(({ segment }) => {
      const length = Array.from(segment).length;
      const word = syllables.slice(at, at + length).join('');
      at += length;
      return word;
    })
    .join(' ');
}

/** Every toned reading of a character, the likeliest first. */
export function everyTonedReading(character: string): string[] {
  if (!han.test(character)) return [];
  return [...new Set(pinyin(character, { toneType: 'num', type: 'array', multiple: true }).map(spoken))].filter(
    isToned,
  );
}

export function isToned(syllable: string): boolean {
  return /^[a-zü]+[1-5]$/.test(syllable);
}

/** The dictionary writes the neutral tone 0, the voice wants 5. */
function spoken(syllable: string): string {
  return syllable.replace(/0$/, '5');
}

function toned(syllable: string, character: string): string {
  const parts = syllable.toLowerCase().normalize('NFD');
  const tone = /[1-5]$/.exec(parts)?.[0] ?? marks[/[\u0300\u0301\u0304\u030c]/.exec(parts)?.[0] ?? ''];
  const plain = parts
    .replace(/[\u0300\u0301\u0304\u030c]|[1-5]$/g, '')
    .normalize('NFC')
    .replace('v', 'ü');
  if (tone !== undefined) return `${plain}${tone}`;
  return everyTonedReading(character).find(each => each.slice(0, -1) === plain) ?? `${plain}5`;
}
