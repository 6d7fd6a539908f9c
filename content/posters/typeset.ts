import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { Sheet } from './sheet.ts';

const templates = fileURLToPath(new URL('templates/', import.meta.url));

export interface PosterTypesetter {
  /** The same sheet gives the same bytes: no date, and the document's id follows from its content. */
  typeset(sheet: Sheet): { pdf: Uint8Array; pages: number };
}

/** Typst with the machine's fonts. A warning is an error here: a poster with a missing font must not be printed. */
export function createPosterTypesetter(): PosterTypesetter {
  const compiler = NodeCompiler.create({ workspace: templates });
  return {
    typeset: sheet => {
      const mainFilePath = join(templates, `${sheet.kind}.typ`);
      const result = compiler.compile({ mainFilePath, inputs: { sheet: JSON.stringify(sheet) } });
      const trouble = result.takeDiagnostics();
      if (!result.result || trouble) throw new PosterTypesettingError(sheet.title.zh, trouble?.shortDiagnostics ?? []);
      const pdf = new Uint8Array(compiler.pdf(result.result));
      const pages = result.result.numOfPages;
      // Typst keeps what it has set; a hundred sheets of pictures would stay in memory.
      compiler.evictCache(0);
      return { pdf, pages };
    },
  };
}

export class PosterTypesettingError extends Error {
  constructor(title: string, diagnostics: unknown[]) {
    super(`the sheet ${title} could not be set: ${JSON.stringify(diagnostics).slice(0, 400)}`);
    this.name = 'PosterTypesettingError';
  }
}
