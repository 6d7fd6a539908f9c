import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** The font of the terminal's screens: scripts/setup.sh and the terminal's packages install it. */
const family = 'Noto Sans CJK SC';

export type FontGlyphs =
  | { known: true; has: (character: string) => boolean }
  /** Why the font could not be asked. */
  | { known: false; why: string };

const run = promisify(execFile);
let asked: Promise<FontGlyphs> | null = null;

/** What the terminal's font can draw, from fontconfig. Asked once in a process: it takes some 30 ms. */
export function fontGlyphs(): Promise<FontGlyphs> {
  asked ??= askFontconfig(family);
  return asked;
}

/** Exported for its test. */
export async function askFontconfig(wanted: string): Promise<FontGlyphs> {
  try {
    const match = await run('fc-match', ['--format', '%{family[0]}\n%{file}\n%{index}', wanted]);
    const [found = '', file = '', index = '0'] = match.stdout.split('\n');
    if (found !== wanted) return { known: false, why: `the font ${wanted} is not installed` };
    const query = await run('fc-query', ['--index', index, '--format', '%{charset}', file]);
    return { known: true, has: characterSet(query.stdout) };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return { known: false, why: code === 'ENOENT' ? 'fontconfig is not installed' : `fontconfig failed: ${code}` };
  }
}

/** From fontconfig's notation: hexadecimal ranges, both ends included, like `20-7e a0-103 192`. */
export function characterSet(charset: string): (character: string) => boolean {
  const ranges = charset
    .trim()
    .split(/\s+/)
    .map(range => range.split('-').map(end => Number.parseInt(end, 16)))
    .map(([from = 0, to = from]) => ({ from, to }));
  const known = new Map<string, boolean>();
  return character => {
    const before = known.get(character);
    if (before !== undefined) return before;
    const point = character.codePointAt(0) ?? 0;
    const has = ranges.some(({ from, to }) => from <= point && point <= to);
    known.set(character, has);
    return has;
  };
}
