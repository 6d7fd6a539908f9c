import { fileURLToPath } from 'node:url';
import { chinaTime, localDate } from '../../content/common/local-date.ts';
import type { Readiness } from '../api/types.ts';

const template = fileURLToPath(new URL('readiness-report.typ', import.meta.url));
const workspace = fileURLToPath(new URL('.', import.meta.url));

/**
 * The readiness of this terminal on a sheet of A4 (PDF), for whoever keeps its logbook. Typst and its fonts are loaded
 * only when a report is asked for: they cost a second and some 60 MB.
 */
export async function readinessPdf(readiness: Readiness): Promise<Uint8Array> {
  const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler');
  const compiler = NodeCompiler.create({ workspace });
  const onPaper = {
    ...readiness,
    at: clockTime(readiness.at),
    devices: readiness.devices.map(device => ({
      ...device,
      lastFault: device.lastFault && { ...device.lastFault, at: clockTime(device.lastFault.at) },
    })),
  };
  const result = compiler.compile({ mainFilePath: template, inputs: { readiness: JSON.stringify(onPaper) } });
  const trouble = result.takeDiagnostics();
  if (!result.result || trouble)
    throw new Error(`the report could not be set: ${JSON.stringify(trouble?.shortDiagnostics).slice(0, 400)}`);
  return new Uint8Array(compiler.pdf(result.result));
}

/** ISO 8601 to what the clock on the wall shows: 2026-11-23 16:00. */
function clockTime(iso: string): string {
  const at = new Date(iso);
  const minutes = chinaTime(at.getTime()).minutes;
  return `${localDate(at)} ${[Math.floor(minutes / 60), minutes % 60].map(part => String(part).padStart(2, '0')).join(':')}`;
}
