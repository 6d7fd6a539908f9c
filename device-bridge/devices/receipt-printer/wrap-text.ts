/** Columns a character takes on the paper: one for ASCII, two for everything else, as receiptline counts in GB18030. */
export function columnsOf(text: string): number {
  return [...text].reduce((columns, character) => columns + columnsOfCharacter(character), 0);
}

function columnsOfCharacter(character: string): 1 | 2 {
  const point = character.codePointAt(0) ?? 0;
  return point < 0x80 || point === 0xa0 ? 1 : 2;
}

/** Must not begin a line, and must not end one (GB/T 15834, 4.13 and on). */
const neverFirst = /^[，。、；：？！）》」』】〕”’…,.;:?!)\]%]$/u;
const neverLast = /^[（《「『【〔“‘([]$/u;

/**
 * Breaks a text into lines of at most `columns`. Chinese breaks anywhere but before a closing mark and after an opening
 * one; a word of Latin letters or digits stays whole unless it is longer than a line. Never an empty line for a text.
 */
export function wrapText(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces(text)) {
    for (const part of columnsOf(piece) > columns ? hardBroken(piece, columns) : [piece]) {
      if (columnsOf(line + part) <= columns) line += part;
      else if (part !== ' ') {
        lines.push(line.trimEnd());
        line = part;
      }
    }
  }
  if (line.trimEnd() !== '') lines.push(line.trimEnd());
  return lines;
}

/** What may not be torn: a Latin word, or a character with the marks that cling to it. */
function pieces(text: string): string[] {
  const found: string[] = [];
  const atoms = text.match(/[A-Za-z0-9@#$&*+=_'"/<>|~^`\\{}-]+|./gsu) ?? [];
  for (const atom of atoms) {
    const before = found.at(-1);
    const clings = before !== undefined && (neverFirst.test(atom) || neverLast.test(lastCharacter(before)));
    if (clings && atom !== ' ') found[found.length - 1] = before + atom;
    else found.push(atom);
  }
  return found;
}

function lastCharacter(text: string): string {
  return [...text].at(-1) ?? '';
}

function hardBroken(piece: string, columns: number): string[] {
  const parts: string[] = [];
  let part = '';
  for (const character of piece) {
    if (columnsOf(part + character) > columns) {
      parts.push(part);
      part = '';
    }
    part += character;
  }
  return [...parts, part];
}
