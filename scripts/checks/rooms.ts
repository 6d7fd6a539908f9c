import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

/** What every room stands on: the model of content, the form it travels in, and what has no room of its own. */
const ground = ['content/model/', 'content/common/', 'content/delivery/'];

/** Holds the arrows between the rooms (docs/house.md): who may import whom, and of whom only types. */
const rooms: Record<string, { code: string[]; types: string[] }> = {
  kiosk: { code: ground, types: [...ground, 'device-bridge/api/'] },
  'device-bridge': { code: ground, types: [...ground, 'platform/api/'] },
  content: { code: [], types: [] },
  platform: { code: ground, types: ground },
};

const importLine = /^\s*(?:import|export)\s+(type\s)?(?:[^'";]*?from\s+)?'(\.[^']+)'|import\('(\.[^']+)'\)/gm;
const zodLine = /^\s*(?:import|export)\s+(?!type\s)(?:[^'";]*?from\s+)?'zod(?:\/[^']*)?'|import\('zod(?:\/[^']*)?'\)/m;

interface Import {
  target: string;
  typeOnly: boolean;
}

/** Every forbidden import below `checkout`, one line each, and how many files were looked at. */
export function checkRooms(checkout: string): { files: number; problems: string[] } {
  const files = globSync(`{${Object.keys(rooms).join(',')}}/**/*.{ts,tsx}`, { cwd: checkout });
  return { files: files.length, problems: files.flatMap(file => problemsOf(checkout, file)) };
}

function importsOf(checkout: string, file: string): Import[] {
  return [...textOf(checkout, file).matchAll(importLine)].map(match => {
    const target = normalize(join(dirname(file), (match[2] ?? match[3] ?? '').replace(/\?.*$/, '')));
    return { target, typeOnly: match[1] !== undefined };
  });
}

/** Everything the file loads at run time, through the common ground only. */
function loadsZod(checkout: string, file: string, seen = new Set<string>()): boolean {
  if (seen.has(file) || !existsSync(join(checkout, file))) return false;
  seen.add(file);
  if (zodLine.test(textOf(checkout, file))) return true;
  return importsOf(checkout, file).some(({ target, typeOnly }) => !typeOnly && loadsZod(checkout, target, seen));
}

function problemsOf(checkout: string, file: string): string[] {
  const room = file.split('/')[0] ?? '';
  const rule = rooms[room];
  if (rule === undefined) return [];
  // A test may set up what it tests against.
  const isTest = /\.test(-support)?\.tsx?$/.test(file);
  const inBrowser = room === 'kiosk' && !isTest;
  const own = inBrowser && zodLine.test(textOf(checkout, file)) ? [`${file}: brings zod into the browser`] : [];
  const others = importsOf(checkout, file).flatMap(({ target, typeOnly }) => {
    if (!isTest && /\.test-support\.tsx?$/.test(target)) return [`${file}: ${target} is for tests only`];
    if (target.startsWith(`${room}/`)) return [];
    if (!existsSync(join(checkout, target))) return [`${file}: imports ${target}, which does not exist`];
    if (isTest && room !== 'kiosk') return [];
    const allowed = typeOnly ? [...rule.code, ...rule.types] : rule.code;
    if (!allowed.some(prefix => target.startsWith(prefix)))
      return [`${file}: ${room} may not import ${typeOnly ? 'types of ' : ''}${target}`];
    if (room === 'kiosk' && !typeOnly && loadsZod(checkout, target))
      return [`${file}: ${target} brings zod into the browser`];
    return [];
  });
  return [...own, ...others];
}

function textOf(checkout: string, file: string): string {
  return readFileSync(join(checkout, file), 'utf8');
}

if (import.meta.main) {
  const { files, problems } = checkRooms('.');
  for (const problem of problems) process.stderr.write(`${problem}\n`);
  process.stdout.write(`rooms: ${files} files, ${problems.length} forbidden imports\n`);
  process.exitCode = problems.length > 0 ? 1 : 0;
}
