import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import type { Sheet } from './sheet.ts';

const templates = fileURLToPath(new URL('templates/', import.meta.url));

export interface TypesetPdf {
  pdf: Uint8Array;
  pages: number;
}

export interface Typesetter {
  typeset(sheet: Sheet): TypesetPdf;
}

/**
 * Typst with the machine's fonts. A warning is an error here: the only ones that templates without faults can cause are
 * a missing font or picture, and a certificate with holes in it must not be issued.
 */
export function createTypesetter(): Typesetter {
  const compiler = NodeCompiler.create({ workspace: templates });
  // Outlines instead of letters, so that the words of a seal and a watermark are not read as words of the certificate.
  for (const name of ['seal', 'watermark']) {
    const drawing = compiler.plainSvg(set(compiler, `${name}.typ`, {}));
    compiler.mapShadow(join(templates, `${name}.svg`), Buffer.from(drawing));
  }
  return {
    typeset: sheet => {
      try {
        const document = set(compiler, 'certificate.typ', { sheet: JSON.stringify(sheet) });
        return { pdf: new Uint8Array(compiler.pdf(document)), pages: document.numOfPages };
      } finally {
        // Typst memoizes what it was given; nobody's name may stay in that cache. Costs a few milliseconds.
        compiler.evictCache(0);
      }
    },
  };
}

function set(compiler: NodeCompiler, template: string, inputs: Record<string, string>): NodeTypstDocument {
  const result = compiler.compile({ mainFilePath: join(templates, template), inputs });
  const trouble = result.takeDiagnostics();
  if (!result.result || trouble) throw new TypesettingError(trouble?.shortDiagnostics ?? []);
  return result.result;
}

/** The diagnostics are of the template's author; Typst puts no values of the sheet into them but places and names. */
export class TypesettingError extends Error {
  constructor(diagnostics: unknown[]) {
    super(`the certificate could not be set: ${JSON.stringify(diagnostics).slice(0, 400)}`);
    this.name = 'TypesettingError';
  }
}
