import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeWhole } from '../common/write-whole.ts';
import type { Problem } from '../compiler/problem.ts';
import { type Code, type CodeState, type CodeTarget, purposes, type Registry, targetKey } from './code.ts';

/** Below the content folder. */
export const registryFile = 'codes/registry.txt';

const head = `# Every QR code ever given, one a line, in the order of giving. Never delete or reorder lines: the codes are on paper.
# id purpose subject situation state mark name
# state: active | moved:ID | ended:DATE | ended:DATE:ID (what to use instead)
# mark: from id, purpose, subject and situation, so that an id given to something else is found
`;
/** Lines before the first code. */
export const headLines = head.split('\n').length - 1;

const line =
  /^(?<id>\S+) (?<purpose>\S+) (?<subject>\S+) (?<situation>\S+) (?<state>\S+) (?<mark>[0-9a-f]{6}) (?<name>.+)$/;
const stateWords =
  /^(?:(?<active>active)|moved:(?<to>\w{6})|ended:(?<since>\d{4}-\d{2}-\d{2})(?::(?<instead>\w{6}))?)$/;

/** The registry as it stands in its file; `lines[i]` (1-based) is where `codes[i]` stands. */
export interface RegistryInFile extends Registry {
  readonly lines: readonly number[];
  /** Lines that cannot be read. While there are any, the registry must not be written. */
  readonly problems: readonly Problem[];
}

/** A folder that has no registry has given no codes yet. */
export async function readRegistry(folder: string): Promise<RegistryInFile> {
  const text = await readFile(join(folder, registryFile), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  return parseRegistry(text);
}

export async function writeRegistry(folder: string, registry: Registry): Promise<void> {
  await writeWhole(join(folder, registryFile), registryText(registry));
}

export function parseRegistry(text: string): RegistryInFile {
  const codes: Code[] = [];
  const lines: number[] = [];
  const problems: Problem[] = [];
  for (const [index, content] of text.split('\n').entries()) {
    if (content === '' || content.startsWith('#')) continue;
    const parsed = parseLine(content);
    if ('code' in parsed) {
      codes.push(parsed.code);
      lines.push(index + 1);
    } else problems.push({ ...parsed, severity: 'error', file: registryFile, line: index + 1 });
  }
  return { codes, lines, problems };
}

export function registryText({ codes }: Registry): string {
  const lines = codes.map(code => {
    const { id, purpose, subject, situation, state, name } = code;
    return `${id} ${purpose} ${subject} ${situation} ${stateText(state)} ${markOf(code)} ${name}\n`;
  });
  return head + lines.join('');
}

export function stateText(state: CodeState): string {
  if (state.is === 'active') return 'active';
  if (state.is === 'moved') return `moved:${state.to}`;
  return `ended:${state.since}${state.instead === undefined ? '' : `:${state.instead}`}`;
}

function parseLine(text: string): { code: Code } | Pick<Problem, 'rule' | 'message' | 'mend'> {
  const mend = 'Bring the line back as it was (version control has it); `content codes` writes this file.';
  const {
    id = '',
    purpose: word,
    subject = '',
    situation = '',
    state = '',
    mark,
    name = '',
  } = line.exec(text)?.groups ?? {};
  const purpose = purposes.find(each => each === word);
  const states = stateWords.exec(state)?.groups;
  if (purpose === undefined || states === undefined)
    return {
      rule: 'code-line',
      message: 'this line is not a code: id purpose subject situation state mark name',
      mend,
    };
  const code: Code = { id, purpose, subject, situation, state: stateOf(states), name };
  if (markOf(code) !== mark)
    return {
      rule: 'code-reused',
      message: `${id} was given to something else than ${targetKey(code)}: its mark says so`,
      mend: `${mend} An id is never used for anything else.`,
    };
  return { code };
}

function stateOf(words: Record<string, string | undefined>): CodeState {
  const { to, since, instead } = words;
  if (to !== undefined) return { is: 'moved', to };
  if (since !== undefined) return { is: 'ended', since, ...(instead === undefined ? {} : { instead }) };
  return { is: 'active' };
}

function markOf(code: CodeTarget & { id: string }): string {
  return createHash('sha256')
    .update(`${code.id} ${targetKey(code)}`)
    .digest('hex')
    .slice(0, 6);
}
