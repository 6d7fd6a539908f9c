import { pinyin } from 'pinyin-pro';

const han = /\p{Script=Han}/u;

/**
 * Every reading of each character, without tones: the one that fits the words around it first, then the others of a
 * polyphonic character (还款 is huán, 还有 is hái; a citizen types either). Letters and digits read as themselves.
 */
export function readingsOf(text: string): string[][] {
  const characters = Array.from(text);
  const inContext = pinyin(text, { toneType: 'none', type: 'array', nonZh: 'spaced' });
  return characters.map((character, index) => {
    if (!han.test(character)) return [character.toLowerCase()];
    const others = pinyin(character, { toneType: 'none', type: 'array', multiple: true });
    const first = inContext.length === characters.length ? inContext[index] : undefined;
    return [...new Set([...(first === undefined ? [] : [first]), ...others])].map(plain);
  });
}

/** ü is typed as v. */
function plain(syllable: string): string {
  return syllable.replaceAll('ü', 'v');
}
