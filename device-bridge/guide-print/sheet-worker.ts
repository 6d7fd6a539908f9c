import { fileURLToPath } from 'node:url';
import { parentPort } from 'node:worker_threads';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { qrSvg } from '../../content/common/qr-svg.ts';
import type { TickList } from './tick-list.ts';

/** What the thread answers for a list; a text is why it could not be set. */
export type SheetAnswer = { pdf: Uint8Array } | { problem: string };

const template = fileURLToPath(new URL('tick-list.typ', import.meta.url));
const compiler = NodeCompiler.create({ workspace: fileURLToPath(new URL('.', import.meta.url)) });

function typeset(list: TickList): SheetAnswer {
  const input = { ...list, qrSvg: list.guideUrl === null ? null : qrSvg(list.guideUrl) };
  const result = compiler.compile({ mainFilePath: template, inputs: { list: JSON.stringify(input) } });
  const trouble = result.takeDiagnostics();
  // A warning, too: a sheet whose font is missing must not be printed.
  if (!result.result || trouble) return { problem: JSON.stringify(trouble?.shortDiagnostics ?? []).slice(0, 400) };
  const pdf = new Uint8Array(compiler.pdf(result.result));
  compiler.evictCache(0);
  return { pdf };
}

parentPort?.on('message', (list: TickList) => {
  parentPort?.postMessage(typeset(list));
});
