/** Width in em of a text in a font whose Chinese characters are square. */
export function widthEm(text: string): number {
  return Array.from(text).reduce((sum, character) => sum + ((character.codePointAt(0) ?? 0) < 0x2000 ? 0.56 : 1), 0);
}

/** Text in lines of at most `mostEm`; a line may end after any character, but none begins with a punctuation mark. */
export function linesOf(text: string, mostEm: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const character of Array.from(text)) {
    const full = widthEm(line + character) > mostEm;
    if (full && !/[，。、；：？！）”]/.test(character)) {
      lines.push(line);
      line = character.trimStart();
    } else line += character;
  }
  return line === '' ? lines : [...lines, line];
}
