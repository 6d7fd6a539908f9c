import { isUnread, parseReadings, type Readings, readingsOf } from '../readings.ts';
import type { Finding } from './finding.ts';

/** Names that could not be found by pinyin. `names`: each with the way to it. */
export function readingFindings(names: readonly { path: Finding['path']; name: string }[], known: Readings): Finding[] {
  return names.flatMap(({ path, name }) => {
    const readings = readingsOf(name, known);
    return Array.from(name)
      .filter((character, at) => isUnread(character, readings[at] ?? []))
      .map(character => ({
        path,
        rule: 'no-reading',
        message: `nobody can type ${character}: it has no pinyin`,
        mend: `Add a line to city/readings.yaml: ${name}: and one syllable for each character.`,
      }));
  });
}

/** The list of readings itself: as many syllables as characters, each one that can be typed. */
export function readingsFileFindings(written: Readonly<Record<string, string>>): Finding[] {
  return [...parseReadings(written)].flatMap(([name, syllables]): Finding[] => {
    const fits = syllables.length === Array.from(name).length && syllables.every(syllable => /^[a-z]+$/.test(syllable));
    const message = `${name} has ${Array.from(name).length} characters, its reading does not have as many syllables`;
    const mend = 'Write one syllable for each character, with blanks between, like yuè qīng.';
    return fits ? [] : [{ path: [name], rule: 'reading-form', message, mend }];
  });
}
