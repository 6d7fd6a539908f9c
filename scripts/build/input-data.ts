import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';
import { strokeFileName } from '../../kiosk/input/handwriting/stroke-file.ts';
import { wordFileName } from '../../kiosk/input/ime/word-file.ts';
import { defaultPaths } from '../paths.ts';

const licenceFile = join(defaultPaths.checkout, 'node_modules/hanzi-writer-data/ARPHICPL.TXT');

/** What the keyboard and the handwriting pad fetch when they are first used, by path in the built kiosk. */
const files: Readonly<Record<string, () => Promise<Uint8Array>>> = {
  [wordFileName]: async () => {
    const { keyboardWords } = await import('./keyboard-words.ts');
    return gzipSync(keyboardWords(), { level: 9 });
  },
  [strokeFileName]: async () => {
    const { handwritingStrokes } = await import('./handwriting-strokes.ts');
    const { countedWords, inputCharacters } = await import('./input-characters.ts');
    return gzipSync(handwritingStrokes(inputCharacters(countedWords().inUse)), { level: 9 });
  },
  // The licence of the stroke data wants its text kept beside every copy.
  'input/ARPHICPL.txt': async () => readFileSync(licenceFile),
};

/** Makes the keyboard's dictionary and the stroke data from npm's, in the build and for `npm run dev`. */
export function inputData(): Plugin {
  return {
    name: 'input-data',
    async generateBundle() {
      for (const [fileName, make] of Object.entries(files))
        this.emitFile({ type: 'asset', fileName, source: await make() });
    },
    configureServer(server) {
      const made = new Map<string, Promise<Uint8Array>>();
      server.middlewares.use((request, response, next) => {
        const path = (request.url ?? '').replace(/^\/|\?.*$/g, '');
        const make = files[path];
        if (make === undefined) return next();
        const bytes = made.get(path) ?? make();
        made.set(path, bytes);
        bytes.then(whole => response.end(whole), next);
      });
    },
  };
}
