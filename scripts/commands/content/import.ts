import { readFile } from 'node:fs/promises';
import { Refusal } from '../../../content/common/faults.ts';
import { problemLine } from '../../../content/compiler/problem.ts';
import { changeLines, summaryOf } from '../../../content/sheets/change-lines.ts';
import { type ImportOutcome, importWorkbook } from '../../../content/sheets/import-workbook.ts';
import { defaultPaths } from '../../paths.ts';
import { asked } from '../asked.ts';
import { type CommandDefinition, type CommandInput, textOption, UsageError } from '../command-line.ts';
import { workbookFile } from './export.ts';

/** `content import`: shows what a workbook changes, and writes it once somebody has agreed. */
export const importSheets: CommandDefinition = {
  summary: 'Shows what an Excel workbook changes, and writes it after --yes or a yes on the terminal',
  usage: 'import FILE.xlsx [--source DIR] [--dry-run | --yes]',
  options: { source: { type: 'string' }, 'dry-run': { type: 'boolean' }, yes: { type: 'boolean' } },
  async run({ values, positionals, say }) {
    const file = workbookFile('import', positionals);
    if (values.yes === true && values['dry-run'] === true)
      throw new UsageError('--yes and --dry-run exclude each other');
    const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
      throw new Refusal('file-unreadable', `${file}: ${error.code ?? 'unreadable'}`);
    });
    const outcome = await importWorkbook(bytes, textOption(values, 'source') ?? defaultPaths.contentSource);
    for (const name of outcome.ignored) say(`“${name}”表不是导出的，没有读`);
    if (outcome.outcome !== 'ready') return refused(outcome, say);
    const { changes, files, warnings, ignored } = outcome;
    for (const change of changes) for (const line of changeLines(change)) say(line);
    for (const warning of warnings) say(problemLine(warning));
    say(summaryOf(changes, files.length));
    const result = { changes, files, warnings, ignored };
    if (changes.length === 0) return { result: { ...result, written: false } };
    const agreed =
      values.yes === true || (values['dry-run'] !== true && values.json !== true && (await asked('写入吗？(yes/no) ')));
    if (agreed) await outcome.write();
    say(agreed ? `已写入 ${files.length} 个文件` : '没有写入：加上 --yes 才写入');
    return { result: { ...result, written: agreed } };
  },
};

function refused(
  outcome: Exclude<ImportOutcome, { outcome: 'ready' }>,
  say: CommandInput['say'],
): { result: unknown; exitCode: 1 } {
  if (outcome.outcome === 'conflict') {
    for (const { name, id } of outcome.conflicts) say(`${name}（${id}）：导出以后别人也改过`);
    const refusal = new Refusal('sheet-conflict', outcome.conflicts.map(({ id }) => id).join(', '));
    return said(refusal, { conflicts: outcome.conflicts }, say);
  }
  for (const { address, expected, found } of outcome.cells)
    say(`${address}：要填${expected}${found === '' ? '' : `\n    现在是“${found}”`}`);
  return said(new Refusal('sheet-invalid', `${outcome.cells.length}`), { cells: outcome.cells }, say);
}

function said(refusal: Refusal, more: object, say: CommandInput['say']): { result: unknown; exitCode: 1 } {
  const { code, name, message, remedy } = refusal.toJSON();
  say(`${code} ${message}\n    -> ${remedy}`);
  return { result: { code, name, message, remedy, ...more }, exitCode: 1 };
}
