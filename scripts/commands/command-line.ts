import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { Refusal } from '../../content/common/faults.ts';

/** One command of a program: its usage line, its options, and what it does. */
export interface CommandDefinition {
  summary: string;
  usage: string;
  options: ParseArgsOptionsConfig;
  /** Returns the JSON document for `--json`; says the same in words through `say` otherwise. Exit code 0 unless given. */
  run(input: CommandInput): Promise<{ result: unknown; exitCode?: 0 | 1 }>;
}

export interface CommandInput {
  values: Record<string, string | boolean | undefined>;
  positionals: string[];
  /** Prints a line for people; silent under --json. */
  say(line: string): void;
}

/** Wrong usage: exit code 2, with the usage line. */
export class UsageError extends Error {}

/**
 * Runs `program command [options]`. Exit codes: 0 done, 1 refused or failed with a code from the catalogue, 2 wrong usage.
 * Under --json standard output carries exactly one JSON document.
 */
export async function runProgram(program: string, commands: Record<string, CommandDefinition>): Promise<void> {
  // Piped into `head`, which has read enough: nothing to complain about.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
  const [name, ...rest] = process.argv.slice(2);
  if (name === undefined || name === '--help' || name === '-h') {
    process.stdout.write(overview(program, commands));
    process.exitCode = name === undefined ? 2 : 0;
    return;
  }
  const command = commands[name];
  if (command === undefined) {
    process.stderr.write(`${program}: there is no command ${name}\n\n${overview(program, commands)}`);
    process.exitCode = 2;
    return;
  }
  const json = rest.includes('--json');
  try {
    const parsed = parseArgs({
      args: rest,
      options: { ...command.options, json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
      allowPositionals: true,
      strict: true,
    });
    if (parsed.values.help === true) {
      process.stdout.write(`${command.summary}\n\nUsage: ${program} ${command.usage} [--json]\n`);
      return;
    }
    const say = (line: string): void => {
      if (!json) process.stdout.write(`${line}\n`);
    };
    const values = parsed.values as CommandInput['values'];
    const { result, exitCode = 0 } = await command.run({ values, positionals: parsed.positionals, say });
    if (json) process.stdout.write(`${JSON.stringify(result)}\n`);
    process.exitCode = exitCode;
  } catch (error) {
    if (error instanceof Refusal) {
      if (json) process.stdout.write(`${JSON.stringify(error)}\n`);
      else
        process.stderr.write(
          `${program}: ${error.toJSON().code} ${error.toJSON().message}\n    -> ${error.toJSON().remedy}\n`,
        );
      process.exitCode = 1;
    } else if (error instanceof UsageError || isParseArgsError(error)) {
      process.stderr.write(`${program}: ${error.message}\nUsage: ${program} ${command.usage} [--json]\n`);
      process.exitCode = 2;
    } else throw error;
  }
}

export function textOption(values: CommandInput['values'], name: string): string | undefined {
  const value = values[name];
  return typeof value === 'string' ? value : undefined;
}

export function requiredText(values: CommandInput['values'], name: string): string {
  const value = textOption(values, name);
  if (value === undefined) throw new UsageError(`--${name} is needed`);
  return value;
}

function overview(program: string, commands: Record<string, CommandDefinition>): string {
  const width = Math.max(...Object.keys(commands).map(name => name.length));
  const lines = Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`);
  return `Usage: ${program} COMMAND [--json] [--help]\n\n${lines.join('\n')}\n`;
}

function isParseArgsError(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}
