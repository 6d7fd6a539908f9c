import { describe, expect, it } from 'vitest';
import { readingsOf } from '../../content/compiler/readings.ts';
import { sampleCards } from '../../device-bridge/devices/id-card-reader/simulator/sample-cards.ts';
import { candidatesFor } from '../../kiosk/input/ime/candidates.ts';
import { dictionaryAt } from './dictionary.ts';

const { dictionary, generation, readings } = await dictionaryAt('331003001');
const units = generation.places.map(({ unit }) => unit.zh);
const villages = generation.places.flatMap(place => place.villages.map(({ name }) => name));
/** The second social-security card's holder has the longest. */
const holders = [...sampleCards.map(({ card }) => card.name), '阿卜杜热合曼·买买提吐尔逊江·努尔买买提'];
/** On a page of the upright screen stand so many single characters, in two rows. */
const onThreePages = 3 * 14;

const unusual: Readonly<Record<string, string>> = { 𠮷: 'ji' };

function spelled(name: string): string[] {
  return readingsOf(name, readings).map((all, at) => unusual[Array.from(name)[at] ?? ''] ?? all[0] ?? '');
}

/**
 * Writes the name as a citizen would: takes the longest word that fits and stands on the first three pages; where none
 * does, types a syllable by itself and takes the character.
 */
function compose(name: string): string {
  const syllables = spelled(name);
  let written: string[] = [];
  while (written.length < syllables.length) {
    const left = syllables.slice(written.length);
    const rest = Array.from(name).slice(written.length).join('');
    const fitting = [left.join(''), left[0] ?? ''].flatMap(letters =>
      candidatesFor(dictionary, letters)
        .slice(0, onThreePages)
        .filter(
          ({ word, used }) => rest.startsWith(word) && used === left.slice(0, Array.from(word).length).join('').length,
        ),
    );
    const longest = fitting.sort((a, b) => b.word.length - a.word.length)[0];
    if (longest === undefined) break;
    written = [...written, ...longest.word];
  }
  return written.join('');
}

describe('local names', () => {
  it('are 19 units and 348 villages', () => {
    expect(units).toHaveLength(19);
    expect(villages).toHaveLength(348);
  });

  it.each([...units, ...villages])('offers %s whole, first, when it is typed whole', name => {
    const letters = spelled(name).join('');
    expect(candidatesFor(dictionary, letters)[0]).toEqual({ word: name, used: letters.length });
  });

  it('can be written character by character, each within three pages', () => {
    const hidden = [...units, ...villages].flatMap(name =>
      spelled(name).flatMap((syllable, at) => {
        const character = Array.from(name)[at] ?? '';
        const place = candidatesFor(dictionary, syllable).findIndex(({ word }) => word === character);
        return place >= 0 && place < onThreePages ? [] : [`${character} of ${name}: ${place}`];
      }),
    );
    expect(hidden).toEqual([]);
  });
});

describe('names on the sample cards', () => {
  it.each([...new Set(holders.flatMap(name => name.split('·')))])('writes %s', name => {
    expect(compose(name)).toBe(name);
  });
});
