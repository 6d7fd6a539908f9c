import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { defaultPaths } from '../../scripts/paths.ts';

const execute = promisify(execFile);

export interface ProgramResult {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs a program to its end and never throws for its exit code. */
export async function run(program: string, args: string[]): Promise<ProgramResult> {
  try {
    return { code: 0, ...(await execute(program, args, { cwd: defaultPaths.checkout, timeout: 60_000 })) };
  } catch (error) {
    const failed = error as { code?: number | string; stdout?: string; stderr?: string };
    if (typeof failed.code !== 'number') throw error;
    return { code: failed.code, stdout: failed.stdout ?? '', stderr: failed.stderr ?? '' };
  }
}

/** One of the project's own commands, as `npm run -s NAME -- ARGS` runs it. */
export function command(name: 'content' | 'terminal' | 'platform', ...args: string[]): Promise<ProgramResult> {
  const program = name === 'platform' ? 'platform/main.ts' : `scripts/commands/${name}.ts`;
  return run(process.execPath, [program, ...args]);
}

/** Text of the QR code in a picture, read by zbar. */
export async function readQrCode(pictureFile: string): Promise<string> {
  const { code, stdout, stderr } = await run('zbarimg', ['--quiet', '--raw', pictureFile]);
  if (code !== 0) throw new Error(`zbarimg found no code in ${pictureFile}: ${stderr}`);
  return stdout.trim();
}
