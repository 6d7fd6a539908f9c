import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Refusal } from '../../../content/common/faults.ts';
import { type CheckReport, checkContent } from '../../../content/compiler/check.ts';
import { copySources } from '../../../content/compiler/copy-sources.ts';
import { watchContent } from '../../../content/compiler/watch.ts';
import { publish } from '../../../content/publisher/publish.ts';
import { defaultPaths } from '../../paths.ts';
import { type CommandDefinition, type CommandInput, textOption, UsageError } from '../command-line.ts';
import { repositoryFrom, repositoryOptions, repositoryUsage, sayOutcome } from './repository-options.ts';
import { sayReport } from './say-report.ts';

/** `content check`. */
export const check: CommandDefinition = {
  summary: 'Checks the content sources; names file, line, rule and what to do',
  usage: `check [--source DIR] [--watch [--preview ${repositoryUsage}]]`,
  options: {
    ...repositoryOptions,
    source: { type: 'string' },
    watch: { type: 'boolean' },
    preview: { type: 'boolean' },
  },
  async run({ values, say }) {
    if (values.preview === true && values.watch !== true) throw new UsageError('--preview goes with --watch');
    const source = textOption(values, 'source') ?? defaultPaths.contentSource;
    const report =
      values.watch === true ? await watchUntilInterrupted(source, values, say) : await checkContent(source);
    if (values.watch !== true) sayReport(report, say);
    const { errors, warnings, problems, sources } = report;
    const result = { errors, warnings, matters: sources.matters.length, places: sources.places.length, problems };
    return { result, exitCode: errors > 0 ? 1 : 0 };
  },
};

/** The last report, when the author ends it with Ctrl-C. */
async function watchUntilInterrupted(
  source: string,
  values: CommandInput['values'],
  say: CommandInput['say'],
): Promise<CheckReport> {
  // A source that is not there is an error now, not something to wait for.
  let last = await checkContent(source);
  const watching = watchContent(
    source,
    async report => {
      last = report;
      sayReport(report, say);
      if (values.preview === true && report.errors === 0) await preview(source, values, say);
      say(`${new Date().toLocaleTimeString('en-GB')} watching ${source}; Ctrl-C ends it`);
    },
    error => {
      if (error instanceof Refusal) say(`${error.toJSON().code} ${error.toJSON().message}`);
      else say(String(error));
    },
  );
  await new Promise<void>(resolve => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
  await watching.close();
  return last;
}

/** Publishes a copy of the sources: a draft must not be given QR codes, which are for ever. */
async function preview(source: string, values: CommandInput['values'], say: CommandInput['say']): Promise<void> {
  const copy = await mkdtemp(join(tmpdir(), 'content-preview-'));
  try {
    await copySources(source, copy);
    sayOutcome(await publish({ ...(await repositoryFrom(values)), source: copy }), say);
  } finally {
    await rm(copy, { recursive: true });
  }
}
