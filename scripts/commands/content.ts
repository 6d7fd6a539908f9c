import { type CheckReport, checkContent } from '../../content/compiler/check.ts';
import { problemLine } from '../../content/compiler/problem.ts';
import { publish } from '../../content/publisher/publish.ts';
import { defaultPaths } from '../paths.ts';
import { type CommandInput, runProgram, textOption, UsageError } from './command-line.ts';
import { status } from './content/status.ts';

await runProgram('content', {
  check: {
    summary: 'Checks the content sources; names file, line, rule and what to do',
    usage: 'check [--source DIR]',
    options: { source: { type: 'string' } },
    async run({ values, say }) {
      const report = await checkContent(textOption(values, 'source') ?? defaultPaths.contentSource);
      sayReport(report, say);
      const { errors, warnings, problems, sources } = report;
      const result = { errors, warnings, matters: sources.matters.length, places: sources.places.length, problems };
      return { result, exitCode: errors > 0 ? 1 : 0 };
    },
  },
  publish: {
    summary: 'Checks, compiles, signs and publishes the content; terminals show it between visits',
    usage: 'publish [--source DIR] [--origin DIR] [--key FILE] [--version-at-least N]',
    options: {
      source: { type: 'string' },
      origin: { type: 'string' },
      key: { type: 'string' },
      'version-at-least': { type: 'string' },
    },
    async run({ values, say }) {
      const least = textOption(values, 'version-at-least');
      const versionAtLeast = least === undefined ? undefined : Number(least);
      if (versionAtLeast !== undefined && !(Number.isInteger(versionAtLeast) && versionAtLeast >= 1))
        throw new UsageError('--version-at-least is a whole number from 1');
      const publication = await publish({
        source: textOption(values, 'source') ?? defaultPaths.contentSource,
        origin: textOption(values, 'origin') ?? defaultPaths.contentOrigin,
        keyFile: textOption(values, 'key') ?? defaultPaths.contentKey,
        now: new Date(),
        ...(versionAtLeast === undefined ? {} : { versionAtLeast }),
        onReport: report => sayReport(report, say),
      });
      const { version, matters, places, pages, bytes, changed } = publication;
      say(
        changed
          ? `Published version ${version}: ${matters} matters, ${places} places, ${pages} phone pages, ${Math.ceil(bytes / 1024)} kB.`
          : `Nothing changed: version ${version} is already what the terminals show.`,
      );
      return { result: publication };
    },
  },
  status,
});

function sayReport(report: CheckReport, say: CommandInput['say']): void {
  for (const problem of report.problems) say(problemLine(problem));
  const { sources, errors, warnings } = report;
  say(`${sources.matters.length} matters, ${sources.places.length} places: ${errors} errors, ${warnings} warnings`);
}
