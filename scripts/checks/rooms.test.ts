import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkRooms } from './rooms.ts';

let checkout: string;
beforeEach(() => {
  checkout = mkdtempSync(join(tmpdir(), 'rooms-'));
  write('content/model/matter.ts', "import { z } from 'zod';");
  write('content/model/words.ts', "import type { Matter } from './matter.ts';");
});
afterEach(() => rmSync(checkout, { recursive: true }));

function write(file: string, text: string): void {
  mkdirSync(join(checkout, dirname(file)), { recursive: true });
  writeFileSync(join(checkout, file), `${text}\n`);
}

/** What is said of a file with this text. */
function problemsWith(file: string, text: string): string[] {
  write(file, text);
  return checkRooms(checkout).problems;
}

test.each([
  "import { z } from 'zod';",
  "import * as z from 'zod/mini';",
  "import {\n  z,\n} from 'zod';",
  "import 'zod';",
  "export { z } from 'zod';",
  "const { z } = await import('zod');",
])('a kiosk file that itself loads zod is found: %j', text => {
  expect(problemsWith('kiosk/app.ts', text)).toEqual(['kiosk/app.ts: brings zod into the browser']);
});

test('a kiosk file that loads zod through the model is found', () => {
  const text = "import { matter } from '../content/model/matter.ts';";
  expect(problemsWith('kiosk/app.ts', text)).toEqual([
    'kiosk/app.ts: content/model/matter.ts brings zod into the browser',
  ]);
});

test.each([
  "import type { z } from 'zod';",
  "import type { Matter } from '../content/model/matter.ts';",
  "import { words } from '../content/model/words.ts';",
  "import { zodiac } from './zodiac.ts';",
])('a kiosk file without zod passes: %j', text => {
  expect(problemsWith('kiosk/app.ts', text)).toEqual([]);
});

test('an import across the arrows is found, and one of a file that is not there', () => {
  write('platform/start.ts', '');
  expect(problemsWith('kiosk/app.ts', "import { start } from '../platform/start.ts';")).toEqual([
    'kiosk/app.ts: kiosk may not import platform/start.ts',
  ]);
  expect(problemsWith('kiosk/app.ts', "import { gone } from '../content/model/gone.ts';")).toEqual([
    'kiosk/app.ts: imports content/model/gone.ts, which does not exist',
  ]);
});
