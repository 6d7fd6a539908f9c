import type { Finding } from './finding.ts';
import { textsOf } from './texts-of.ts';

/** Characters that the terminal's font cannot draw. */
export function glyphFindings(value: unknown, drawable: (character: string) => boolean): Finding[] {
  return textsOf(value).flatMap(({ path, text }) => {
    const missing = [...new Set(Array.from(text))].filter(character => !/\s/.test(character) && !drawable(character));
    return missing.map(character => ({
      path,
      rule: 'missing-glyph',
      message: `the terminal’s font has no ${character} (U+${codePoint(character)})`,
      mend: 'Write it with another character; often one that only looks alike was typed.',
    }));
  });
}

function codePoint(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
}
