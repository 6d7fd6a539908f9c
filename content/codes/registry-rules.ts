import type { Problem } from '../compiler/problem.ts';
import type { Sources } from '../compiler/read-sources.ts';
import type { SourceFile } from '../compiler/source-file.ts';
import { allocateCodes } from './allocate.ts';
import { type Code, targetKey } from './code.ts';
import { codeBook } from './code-book.ts';
import { codeId, codeSequence } from './code-id.ts';
import { type RegistryInFile, registryFile } from './registry-file.ts';
import { orphanedCodes } from './retire.ts';
import { type CodedSources, wantedCodes } from './wanted-codes.ts';

type Complaint = Pick<Problem, 'rule' | 'message' | 'mend'>;

/** What is wrong with the registry of codes, by itself and beside the sources. */
export function codeProblems(sources: CodedSources & Pick<Sources, 'problems' | 'registry'>): Problem[] {
  const { registry } = sources;
  const lineOf = new Map(registry.codes.map((code, index) => [code, registry.lines[index] ?? 0]));
  const at = (code: Code, complaint: Complaint): Problem => ({
    ...complaint,
    severity: 'error',
    file: registryFile,
    line: lineOf.get(code) ?? 0,
  });
  const matterIds = new Set(sources.matters.map(({ value }) => value.id));
  const placeCodes = new Set(sources.places.map(({ value }) => value.code));
  const readable = registry.problems.length === 0;
  // A matter that cannot be read is not gone.
  const orphans = sources.problems.length === 0 ? orphanedCodes(registry, matterIds, placeCodes) : [];
  return [
    ...registry.problems,
    // An unreadable line shifts the numbers of the next: one complaint, not hundreds.
    ...(readable ? orderProblems(registry, at) : []),
    ...linkProblems(registry, at),
    ...orphans.map(code => at(code, orphan(code))),
    ...retiredProblems(sources, registry, at),
    ...(readable ? missingCodes(sources, registry) : []),
  ];
}

type At = (code: Code, complaint: Complaint) => Problem;

/** Ids stand in the order of giving without a gap, and each target has one. */
function orderProblems({ codes }: RegistryInFile, at: At): Problem[] {
  const ids = new Set<string>();
  const targets = new Set<string>();
  return codes.flatMap((code, index): Problem[] => {
    const key = targetKey(code);
    const twice = ids.has(code.id) ? code.id : targets.has(key) ? key : null;
    ids.add(code.id);
    targets.add(key);
    const mend = 'Bring the registry back as it was (version control has it), then run `content codes --write`.';
    if (twice !== null)
      return [at(code, { rule: 'code-duplicate', message: `${twice} stands here a second time`, mend })];
    if (codeSequence(code.id) === null)
      return [at(code, { rule: 'code-id', message: `${code.id} is no code: its check character is wrong`, mend })];
    const due = codeId(index + 1);
    if (code.id === due) return [];
    const message = `here stands ${code.id}, but ${due} is code number ${index + 1}: a line is missing or out of order`;
    // The lines after it are out of order for the same reason.
    const first = index === 0 || codes[index - 1]?.id === codeId(index);
    return first ? [at(code, { rule: 'code-order', message, mend })] : [];
  });
}

function linkProblems(registry: RegistryInFile, at: At): Problem[] {
  const book = codeBook(registry);
  return registry.codes.flatMap(code => {
    const { state } = code;
    const next = state.is === 'moved' ? state.to : state.is === 'ended' ? state.instead : undefined;
    if (next === undefined || (book.destination(next) !== null && book.destination(code.id) !== null)) return [];
    const message = `${code.id} leads to ${next}, which is no code or leads back`;
    return [at(code, { rule: 'code-link', message, mend: 'Let it lead to the code of what took its place.' })];
  });
}

function orphan({ id, purpose, subject }: Code): Complaint {
  return {
    rule: 'code-orphaned',
    message: `${id} (${purpose}) is on paper, but ${subject} is gone`,
    mend: `Say where it leads: \`content codes --move ${subject} --to OTHER --write\` or \`--end ${subject} --write\`.`,
  };
}

/** What a person moved or ended must not be in the sources any more: a guide without a code cannot be published. */
function retiredProblems(sources: CodedSources, registry: RegistryInFile, at: At): Problem[] {
  const wanted = new Set(wantedCodes(sources).map(targetKey));
  const { restored } = allocateCodes(sources, registry);
  const back = new Set(restored.map(({ id }) => id));
  return registry.codes.flatMap(code => {
    if (code.state.is === 'active' || !wanted.has(targetKey(code)) || back.has(code.id)) return [];
    const message = `${code.id} has ${code.state.is}, but ${code.subject} is still among the sources`;
    const mend = `Remove ${code.subject} from the sources, or make the code active again.`;
    return [at(code, { rule: 'code-retired', message, mend })];
  });
}

/** Only a warning: publishing gives them. One for each file. */
function missingCodes(sources: CodedSources, registry: RegistryInFile): Problem[] {
  const { added } = allocateCodes(sources, registry);
  const bySubject = Map.groupBy(added, ({ subject }) => subject);
  const warn = <T>(source: SourceFile<T>, subject: string): Problem[] => {
    const count = bySubject.get(subject)?.length ?? 0;
    if (count === 0) return [];
    const message = `${count} ${count === 1 ? 'code' : 'codes'} of ${subject} not given yet`;
    const mend = 'Nothing to do: publishing gives them, or run `content codes --write`.';
    return [{ severity: 'warning', file: source.file, line: 1, rule: 'code-missing', message, mend }];
  };
  return [
    ...sources.matters.flatMap(source => warn(source, source.value.id)),
    ...sources.places.flatMap(source => warn(source, source.value.code)),
  ];
}
