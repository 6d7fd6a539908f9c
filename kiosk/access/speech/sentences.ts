/** Longer sentences are parted at a comma: so much stands in the caption's two lines, also in large type. */
const longest = { han: 30, latin: 60 } as const;

/** A text as the sentences that are said and shown one at a time; nothing is lost. */
export function sentencesOf(text: string): string[] {
  const sentences = text.match(/.+?(?:[。！？；!?;]+|\.(?=\s|$)|$)/gu) ?? [];
  return sentences
    .flatMap(short)
    .map(each => each.trim())
    .filter(each => each !== '');
}

function short(sentence: string): string[] {
  const limit = /\p{Script=Han}/u.test(sentence) ? longest.han : longest.latin;
  const parts = sentence.match(/.+?(?:[，、,：:]|$)/gu) ?? [];
  const lines: string[] = [];
  for (const part of parts) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + part.length <= limit) lines[lines.length - 1] = last + part;
    else lines.push(part);
  }
  return lines;
}
