import { join } from 'node:path';
import { z } from 'zod';
import { allocateCodes } from '../../../content/codes/allocate.ts';
import type { Code, Registry } from '../../../content/codes/code.ts';
import { registryFile, stateText, writeRegistry } from '../../../content/codes/registry-file.ts';
import { codeProblems } from '../../../content/codes/registry-rules.ts';
import { endCodes, moveCodes } from '../../../content/codes/retire.ts';
import { Refusal } from '../../../content/common/faults.ts';
import { localDate } from '../../../content/common/local-date.ts';
import { problemLine } from '../../../content/compiler/problem.ts';
import { readSources } from '../../../content/compiler/read-sources.ts';
import { defaultPaths } from '../../paths.ts';
import { type CommandDefinition, type CommandInput, textOption, UsageError } from '../command-line.ts';

/** `content codes`: the registry of QR codes beside the sources, and where the codes of what is gone lead. */
export const codes: CommandDefinition = {
  summary: 'Lists QR codes that are missing or lead nowhere; --write gives and moves them',
  usage: 'codes [--source DIR] [--move ID --to ID | --end ID [--since DATE] [--instead ID]] [--write]',
  options: {
    source: { type: 'string' },
    move: { type: 'string' },
    to: { type: 'string' },
    end: { type: 'string' },
    since: { type: 'string' },
    instead: { type: 'string' },
    write: { type: 'boolean' },
  },
  async run({ values, say }) {
    const folder = textOption(values, 'source') ?? defaultPaths.contentSource;
    const sources = await readSources(folder);
    const unread = sources.registry.problems;
    for (const problem of unread) say(problemLine(problem));
    if (unread.length > 0) throw new Refusal('content-invalid', `${registryFile} cannot be read`);
    const { registry: given, added } = allocateCodes(sources, sources.registry);
    const registry = retired(given, values);
    const problems = codeProblems({ ...sources, registry: { ...sources.registry, ...registry } });
    for (const code of changed(sources.registry, registry)) say(codeLine(code));
    for (const problem of problems) say(problemLine(problem));
    const write = values.write === true;
    if (write) await writeRegistry(folder, registry);
    const count = (is: Code['state']['is']): number => registry.codes.filter(({ state }) => state.is === is).length;
    const counts = { active: count('active'), added: added.length, moved: count('moved'), ended: count('ended') };
    say(`${counts.active} active, ${counts.added} of them new; ${counts.moved} moved, ${counts.ended} ended`);
    say(write ? `Wrote ${join(folder, registryFile)}` : 'Nothing was written; --write does');
    return { result: { ...counts, written: write, problems }, exitCode: problems.length > 0 && !write ? 1 : 0 };
  },
};

/** The registry after what the person asked for: a matter (or place) moved to another, or ended. */
function retired(registry: Registry, values: CommandInput['values']): Registry {
  const [move, to, end] = ['move', 'to', 'end'].map(name => textOption(values, name));
  const instead = textOption(values, 'instead');
  if ((move === undefined) !== (to === undefined)) throw new UsageError('--move and --to go together');
  if (move !== undefined && end !== undefined) throw new UsageError('--move or --end, not both');
  if (move !== undefined && to !== undefined)
    return moveCodes(registry, move, to) ?? nothing(`${move} has no active code, or ${to} has none to lead to`);
  if (end === undefined) return registry;
  const since = textOption(values, 'since') ?? localDate(new Date());
  if (!z.iso.date().safeParse(since).success) throw new UsageError('--since is a date like 2026-11-23');
  return endCodes(registry, end, since, instead) ?? nothing(`${end} or ${instead ?? end} has no active code`);
}

function nothing(why: string): never {
  throw new UsageError(why);
}

function changed(before: Registry, after: Registry): Code[] {
  const old = new Map(before.codes.map(code => [code.id, stateText(code.state)]));
  return after.codes.filter(({ id, state }) => old.get(id) !== stateText(state));
}

function codeLine({ id, purpose, subject, situation, state, name }: Code): string {
  return `${id}  ${stateText(state).padEnd(8)}  ${purpose} ${subject} ${situation}  ${name}`;
}
