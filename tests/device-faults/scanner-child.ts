import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** A process of its own that scans a stack and says on its output when the second page has begun. */
export async function startBridgeWithScan({ device, env }: { device: string; env: Record<string, string> }) {
  const driver = fileURLToPath(new URL('../../device-bridge/devices/scanner/sane/driver.ts', import.meta.url));
  const code = `
    const { createSaneScanner } = await import(${JSON.stringify(driver)});
    const scanner = createSaneScanner(${JSON.stringify({ device, env })});
    const request = { source: 'feeder', colour: 'grey', dpi: 150 };
    await scanner.scan(request, ({ page }) => page === 2 && console.log('second'), new AbortController().signal);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  return {
    async kill(): Promise<void> {
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
    /** What it has left. */
    async folders(): Promise<string[]> {
      return (await readdir('/dev/shm')).filter(name => name.startsWith(`township-scan-${child.pid}-`));
    },
  };
}
