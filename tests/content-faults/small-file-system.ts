import { execFile, spawn } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { TestDistrict } from '../../device-bridge/content/updater.test-support.ts';
import type { Outcome, TerminalOnDisk } from './terminal-on-disk.ts';
import type { ChildTask } from './updater-child.ts';

/** A process with mounts of its own: they are gone when it ends. */
const unshare = ['--map-root-user', '--mount'];

export async function mayMount(): Promise<boolean> {
  return promisify(execFile)('unshare', [...unshare, 'mount', '-t', 'tmpfs', '-o', 'size=64k', 'none', '/mnt']).then(
    () => true,
    () => false,
  );
}

/**
 * One update on a file system that has little room beside what is there already, then another after it got more.
 * `/mnt` is the mount point inside.
 */
export async function inSmallFileSystem(
  before: TerminalOnDisk,
  district: TestDistrict,
  child: string,
  spareKb: number,
): Promise<{ full: Outcome; roomy: Outcome }> {
  const script = `set -e
    size=$(($(du -sk "$1" | cut -f1) + $2))
    mount -t tmpfs -o size=\${size}k none /mnt
    cp -r "$1" /mnt/terminal
    "$3" "$4"
    echo
    mount -o remount,size=64m /mnt
    "$3" "$4"`;
  const task: ChildTask = {
    folder: '/mnt/terminal',
    originUrl: district.origin.url,
    factoryRootFile: join(district.keys, 'root.json'),
  };
  const args = [...unshare, 'sh', '-c', script, 'sh', before.folder, String(spareKb), process.execPath, child];
  const process_ = spawn('unshare', args, { env: { ...process.env, CHILD_TASK: JSON.stringify(task) } });
  let [stdout, stderr] = ['', ''];
  process_.stdout.on('data', chunk => {
    stdout += chunk;
  });
  process_.stderr.on('data', chunk => {
    stderr += chunk;
  });
  const code = await new Promise(resolve => process_.once('close', resolve));
  const [full, roomy] = stdout.split('\n').filter(line => line.startsWith('{'));
  if (code !== 0 || full === undefined || roomy === undefined) throw new Error(`${code}: ${stdout} ${stderr}`);
  const outcome = (line: string): Outcome => ({ killed: false, stderr, ...JSON.parse(line) });
  return { full: outcome(full), roomy: outcome(roomy) };
}
