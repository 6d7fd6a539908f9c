import { writeWhole } from '../../../content/common/write-whole.ts';
import { exportWorkbook } from '../../../content/sheets/export-workbook.ts';
import { defaultPaths } from '../../paths.ts';
import { type CommandDefinition, textOption, UsageError } from '../command-line.ts';

/** `content export`: the content as a workbook for people who do not use git. */
export const exportSheets: CommandDefinition = {
  summary: 'Writes the content as an Excel workbook, one sheet per kind',
  usage: 'export FILE.xlsx [--source DIR]',
  options: { source: { type: 'string' } },
  async run({ values, positionals, say }) {
    const file = workbookFile('export', positionals);
    const { bytes, rows } = await exportWorkbook(textOption(values, 'source') ?? defaultPaths.contentSource);
    await writeWhole(file, bytes);
    for (const [name, count] of Object.entries(rows)) say(`${String(count).padStart(6)}  ${name}`);
    say(`Wrote ${file}, ${Math.ceil(bytes.length / 1024)} kB.`);
    return { result: { file, bytes: bytes.length, rows } };
  },
};

export function workbookFile(command: string, positionals: readonly string[]): string {
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0 || !/\.xlsx$/i.test(file))
    throw new UsageError(`${command} takes exactly one FILE.xlsx`);
  return file;
}
