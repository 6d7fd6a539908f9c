import { join } from 'node:path';
import { compile } from '../../content/compiler/compile.ts';
import { readSources } from '../../content/compiler/read-sources.ts';
import { sourceReadings } from '../../content/compiler/readings.ts';
import type { Generation } from '../../content/model/generation.ts';
import type { Dictionary } from '../../kiosk/input/ime/candidates.ts';
import { ownWords } from '../../kiosk/input/ime/own-words.ts';
import { readWordFile } from '../../kiosk/input/ime/word-file.ts';
import { keyboardWords } from '../../scripts/build/keyboard-words.ts';

/** The dictionary as a terminal of `placeCode` has it, and the content it comes from. */
export async function dictionaryAt(placeCode: string) {
  const sources = await readSources(join(import.meta.dirname, '../../content'));
  const generation: Generation = compile(sources, placeCode);
  const dictionary: Dictionary = { ...readWordFile(keyboardWords()), ...ownWords(generation.lexicon) };
  return { dictionary, generation, readings: sourceReadings(sources) };
}
