import { join } from 'node:path';
import { giveCodes } from '../../../content/codes/give-codes.ts';
import { Refusal } from '../../../content/common/faults.ts';
import { localDate } from '../../../content/common/local-date.ts';
import { writeWhole } from '../../../content/common/write-whole.ts';
import { checkContent } from '../../../content/compiler/check.ts';
import { problemLine } from '../../../content/compiler/problem.ts';
import type { Sources } from '../../../content/compiler/read-sources.ts';
import { planSheets } from '../../../content/posters/plan.ts';
import type { PlannedSheet } from '../../../content/posters/sheet.ts';
import { createPosterTypesetter } from '../../../content/posters/typeset.ts';
import { defaultPaths } from '../../paths.ts';
import { type CommandDefinition, requiredText, textOption, UsageError } from '../command-line.ts';

/** Where `npm start` serves the content. */
const trialUrl = 'http://localhost:7400/content/';

/** `content posters`: posters and indexes of QR codes as A4 PDF. */
export const posters: CommandDefinition = {
  summary: 'Typesets posters and indexes of QR codes as A4 PDF, for walls and desks',
  usage: 'posters --out DIR [--place CODE] [--department NAME] [--public-url URL] [--source DIR]',
  options: {
    out: { type: 'string' },
    place: { type: 'string' },
    department: { type: 'string' },
    'public-url': { type: 'string' },
    source: { type: 'string' },
  },
  async run({ values, say }) {
    const out = requiredText(values, 'out');
    const publicUrl = originFrom(textOption(values, 'public-url') ?? trialUrl);
    const source = textOption(values, 'source') ?? defaultPaths.contentSource;
    const sheetsOf = ({ matters, places, lifeEvents, registry }: Sources): PlannedSheet[] =>
      planSheets(
        {
          matters: matters.map(({ value }) => value),
          places: places.map(({ value }) => value),
          lifeEvents: lifeEvents.flatMap(({ value }) => value),
          registry,
        },
        publicUrl,
        localDate(new Date()),
      );
    const report = await checkContent(source);
    const { errors } = report;
    for (const problem of report.problems) if (problem.severity === 'error') say(problemLine(problem));
    if (errors > 0) throw new Refusal('content-invalid', `${errors} errors`);
    // A misspelt name must give no codes for ever.
    asked(sheetsOf(report.sources), textOption(values, 'place'), textOption(values, 'department'));
    // What goes on paper must stand in the registry: a code that only this run knew would be given to something else.
    const { sources, allocation } = await giveCodes(source, report.sources);
    if (allocation.added.length > 0)
      say(`${allocation.added.length} codes were given; publish before you hang these up`);
    const sheets = asked(sheetsOf(sources), textOption(values, 'place'), textOption(values, 'department'));
    const typesetter = createPosterTypesetter();
    const files = [];
    for (const { file, sheet } of sheets) {
      const { pdf, pages } = typesetter.typeset(sheet);
      const codes = sheet.pages.flat().length + (sheet.headCode === null ? 0 : 1);
      await writeWhole(join(out, `${file}.pdf`), pdf);
      say(`${file}.pdf  ${sheet.title.zh}: ${codes} codes, ${pages} pages`);
      files.push({ file: `${file}.pdf`, title: sheet.title.zh, codes, pages, bytes: pdf.length });
    }
    say(`${files.length} files in ${out}; the codes lead to ${publicUrl}`);
    if (publicUrl === trialUrl)
      say('These open on this machine only: for paper name the public address with --public-url');
    return { result: { publicUrl, files } };
  },
};

function originFrom(text: string): string {
  if (!URL.canParse(text) || !/^https?:\/\//.test(text)) throw new UsageError('--public-url is a web address');
  return text.endsWith('/') ? text : `${text}/`;
}

/** All sheets, or the indexes of one place and of one department. */
function asked(all: PlannedSheet[], place: string | undefined, department: string | undefined): PlannedSheet[] {
  if (place === undefined && department === undefined) return all;
  const ofPlace = all.filter(({ file }) => file === `place-${place}`);
  const ofDepartment = all.filter(({ file, sheet }) => file.startsWith('department-') && sheet.title.zh === department);
  if (place !== undefined && ofPlace.length === 0) throw new UsageError(`there is no place ${place}`);
  if (department !== undefined && ofDepartment.length === 0) {
    const names = all.filter(({ file }) => file.startsWith('department-')).map(({ sheet }) => sheet.title.zh);
    throw new UsageError(`there is no department ${department}; there are ${names.join('、')}`);
  }
  return [...ofPlace, ...ofDepartment];
}
