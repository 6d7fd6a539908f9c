import { z } from 'zod';
import { Refusal } from '../../../content/common/faults.ts';
import { localDate } from '../../../content/common/local-date.ts';
import { writeWhole } from '../../../content/common/write-whole.ts';
import { problemLine } from '../../../content/compiler/problem.ts';
import { readSources } from '../../../content/compiler/read-sources.ts';
import { measure } from '../../../content/report/measure.ts';
import { reportPage } from '../../../content/report/report-page.ts';
import { reportLines } from '../../../content/report/report-table.ts';
import { defaultPaths } from '../../paths.ts';
import { type CommandDefinition, textOption, UsageError } from '../command-line.ts';

/** `content report`: the reform plan's own figures, per place and per class. */
export const report: CommandDefinition = {
  summary: 'Shows how far the content reaches the reform plan’s figures, per place and per class',
  usage: 'report [--source DIR] [--html FILE] [--date YYYY-MM-DD]',
  options: { source: { type: 'string' }, html: { type: 'string' }, date: { type: 'string' } },
  async run({ values, say }) {
    const asOf = textOption(values, 'date') ?? localDate(new Date());
    if (!z.iso.date().safeParse(asOf).success) throw new UsageError('--date is a date like 2026-11-23');
    const sources = await readSources(textOption(values, 'source') ?? defaultPaths.contentSource);
    const [broken] = sources.problems;
    // A matter that cannot be read would be missing from both sides of every share.
    if (broken !== undefined) throw new Refusal('content-invalid', problemLine(broken));
    const result = measure(sources, asOf);
    for (const line of reportLines(result)) say(line);
    const file = textOption(values, 'html');
    if (file !== undefined) {
      await writeWhole(file, reportPage(result));
      say(`Wrote ${file}`);
    }
    return { result };
  },
};
