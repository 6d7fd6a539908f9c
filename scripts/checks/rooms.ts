import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

/** Holds the arrows between the rooms (docs/house.md): who may import whom, and of whom only types. */
const rooms: Record<string, { code: string[]; types: string[] }> = {
  kiosk: { code: ['content/model/'], types: ['content/model/', 'device-bridge/api/'] },
  'device-bridge': { code: ['content/model/'], types: ['content/model/', 'platform/api/'] },
  content: { code: [], types: [] },
  platform: { code: ['content/model/'], types: ['content/model/'] },
};

const importLine = /^\s*(?:import|export)\s+(type\s)?(?:[^'";]*?from\s+)?'(\.[^']+)'|import\('(\.[^']+)'\)/gm;

interface Import {
  target: string;
  typeOnly: boolean;
}

function importsOf(file: string): Import[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(importLine)].map(match => {
    const target = normalize(join(dirname(file), (match[2] ?? match[3] ?? '').replace(/\?.*$/, '')));
    return { target, typeOnly: match[1] !== undefined };
  });
}

/** Everything the file loads at run time, through content/model only. */
function loadsZod(file: string, seen = new Set<string>()): boolean {
  if (seen.has(file) || !existsSync(file)) return false;
  seen.add(file);
  if (/^import\s+(?!type\s)[^;]*from 'zod'/m.test(readFileSync(file, 'utf8'))) return true;
  return importsOf(file).some(({ target, typeOnly }) => !typeOnly && loadsZod(target, seen));
}

function problemsOf(file: string): string[] {
  const room = file.split('/')[0] ?? '';
  const rule = rooms[room];
  if (rule === undefined) return [];
  // A test may set up what it tests against.
  const isTest = /\.test\.tsx?$/.test(file);
  return importsOf(file).flatMap(({ target, typeOnly }) => {
    if (target.startsWith(`${room}/`)) return [];
    if (!existsSync(target)) return [`${file}: imports ${target}, which does not exist`];
    if (isTest && room !== 'kiosk') return [];
    const allowed = typeOnly ? [...rule.code, ...rule.types] : rule.code;
    if (!allowed.some(prefix => target.startsWith(prefix)))
      return [`${file}: ${room} may not import ${typeOnly ? 'types of ' : ''}${target}`];
    if (room === 'kiosk' && !typeOnly && loadsZod(target)) return [`${file}: ${target} brings zod into the browser`];
    return [];
  });
}

const files = globSync(`{${Object.keys(rooms).join(',')}}/**/*.{ts,tsx}`);
const problems = files.flatMap(problemsOf);
for (const problem of problems) process.stderr.write(`${problem}\n`);
process.stdout.write(`rooms: ${files.length} files, ${problems.length} forbidden imports\n`);
process.exitCode = problems.length > 0 ? 1 : 0;
