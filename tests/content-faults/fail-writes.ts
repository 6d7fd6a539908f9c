import fs from 'node:fs';
import { open } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

/**
 * Loaded before a child's own code: counts its writes, renames and links, and at the one that FAIL_AT names does as
 * FAIL_HOW says: `tear` writes half and ends the process, `full` throws as a full disk does. Says in the end how many
 * there were.
 */
const failAt = Number(process.env.FAIL_AT ?? 0);
const how = process.env.FAIL_HOW ?? 'tear';
let count = 0;

/** Whether this is the one. */
function isTurn(): boolean {
  count += 1;
  return count === failAt;
}

function fail(tear: () => void): void {
  if (how === 'full') throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
  tear();
  process.kill(process.pid, 'SIGKILL');
}

function half(data: string | Uint8Array): Buffer {
  const bytes = Buffer.from(data);
  return bytes.subarray(0, Math.floor(bytes.length / 2));
}

const { writeFileSync, writeSync } = fs;
fs.writeFileSync = ((file: string, data: string | Uint8Array) => {
  if (isTurn()) fail(() => writeFileSync(file, half(data)));
  writeFileSync(file, data);
}) as typeof fs.writeFileSync;
for (const name of ['renameSync', 'linkSync', 'copyFileSync'] as const) {
  const original = fs[name] as (...paths: unknown[]) => void;
  (fs as unknown as Record<string, unknown>)[name] = (...paths: unknown[]) => {
    if (isTurn()) fail(() => {});
    original(...paths);
  };
}
for (const name of ['rename', 'writeFile'] as const) {
  const original = fs.promises[name] as (...values: unknown[]) => Promise<void>;
  (fs.promises as unknown as Record<string, unknown>)[name] = async (...values: unknown[]) => {
    if (isTurn()) fail(() => name === 'writeFile' && writeFileSync(String(values[0]), half(values[1] as Uint8Array)));
    await original(...values);
  };
}
const handle = await open(process.execPath, 'r');
const FileHandle = Object.getPrototypeOf(handle) as { writeFile(data: string | Uint8Array): Promise<void> };
await handle.close();
const original = FileHandle.writeFile;
FileHandle.writeFile = async function (this: { fd: number }, data) {
  if (isTurn()) fail(() => writeSync(this.fd, half(data)));
  await original.call(this as never, data);
};
syncBuiltinESMExports();

process.once('exit', () => writeSync(2, `\nwrites: ${count}\n`));
