import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';

const help = `Runs every check and ends with a line "N passed, N failed".

Usage: npm test -- [--only NAME]
  --only NAME   one of: format, rooms, types, content, build, unit, browser
`;

interface Tally {
  passed: number;
  failed: number;
}

/** Of several programs at a time, each one's output is shown in one piece. */
type Output = 'as it comes' | 'at its end';

const vitestReport = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numFailedTestSuites: z.int(),
  numPendingTests: z.int(),
  numTodoTests: z.int(),
});
const playwrightReport = z.object({
  stats: z.object({ expected: z.int(), unexpected: z.int(), flaky: z.int(), skipped: z.int() }),
});

const reports = await mkdtemp(join(tmpdir(), 'terminal-tests-'));
const unitReport = join(reports, 'unit.json');
const browserReport = join(reports, 'browser.json');

/** A check's command, and how its tests are counted; one without tests of its own counts as one. */
interface Check {
  name: string;
  command: string[];
  env?: Record<string, string>;
  count?: () => Promise<Tally>;
}

/** These share the processors: each leaves one idle most of the time. */
const besideEachOther: Check[] = [
  { name: 'format', command: ['biome', 'ci', '--error-on-warnings', '.'] },
  { name: 'rooms', command: ['node', 'scripts/checks/rooms.ts'] },
  { name: 'types', command: ['tsc'] },
  { name: 'content', command: ['node', 'scripts/commands/content.ts', 'check'] },
  { name: 'build', command: ['vite', 'build', '--logLevel', 'warn'] },
];

/** These take all processors, one after the other; the browser shows what was built. */
const oneByOne: Check[] = [
  {
    name: 'unit',
    command: ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`],
    count: async () => {
      const report = vitestReport.parse(JSON.parse(await readFile(unitReport, 'utf8')));
      // A test that was skipped or is still to be written has not passed.
      const failed = report.numFailedTests + report.numPendingTests + report.numTodoTests;
      return { passed: report.numPassedTests, failed: Math.max(failed, Math.min(1, report.numFailedTestSuites)) };
    },
  },
  {
    name: 'browser',
    command: ['playwright', 'test', '--reporter=list,json'],
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: browserReport },
    count: async () => {
      const { stats } = playwrightReport.parse(JSON.parse(await readFile(browserReport, 'utf8')));
      // A test that was skipped or needed a second try has not passed.
      return { passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped };
    },
  },
];

const { values } = parseArgs({ options: { only: { type: 'string' }, help: { type: 'boolean', short: 'h' } } });
const isChosen = ({ name }: Check): boolean => values.only === undefined || name === values.only;
if (values.help || ![...besideEachOther, ...oneByOne].some(isChosen)) {
  process.stdout.write(help);
  process.exit(values.help ? 0 : 2);
}

const total: Tally = { passed: 0, failed: 0 };
await Promise.all(besideEachOther.filter(isChosen).map(check => carryOut(check, 'at its end')));
for (const check of oneByOne.filter(isChosen)) await carryOut(check, 'as it comes');
await rm(reports, { recursive: true });
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`);
process.exitCode = total.failed === 0 ? 0 : 1;

async function carryOut({ name, command, env, count }: Check, output: Output): Promise<void> {
  if (output === 'as it comes') process.stdout.write(`\n== ${name}\n`);
  const began = Date.now();
  const { code, said } = await run(command, env, output);
  const tally = await count?.().catch(() => null);
  const counted = tally ?? { passed: code === 0 ? 1 : 0, failed: 0 };
  // A runner that failed without a failing test (or never reported) is a failure of its own.
  if (code !== 0 && counted.failed === 0) counted.failed = 1;
  total.passed += counted.passed;
  total.failed += counted.failed;
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  if (output === 'at its end') process.stdout.write(`\n== ${name}\n${said}`);
  process.stdout.write(`== ${name}: ${code === 0 ? 'ok' : `failed (exit ${code})`} in ${seconds} s\n`);
}

function run(
  [program = '', ...args]: string[],
  env: Record<string, string> = {},
  output: Output,
): Promise<{ code: number; said: string }> {
  return new Promise((resolve, reject) => {
    const stdio = output === 'as it comes' ? 'inherit' : 'pipe';
    const child = spawn(program, args, { stdio: ['ignore', stdio, stdio], env: { ...process.env, ...env } });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', chunk => {
        said += chunk;
      });
    child.once('error', reject);
    child.once('close', code => resolve({ code: code ?? 1, said }));
  });
}
