import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createSaneScanner } from '../../device-bridge/devices/scanner/sane/driver.ts';
import { testBackend } from '../../device-bridge/devices/scanner/sane/sane-peers.test-support.ts';
import { quantile, rounded } from './figures.ts';

const scans = 15;
const request = { source: 'flatbed', colour: 'grey', dpi: 300 } as const;

/** A4 at 300 dpi from the glass to a page that can be shown, beside scanimage by itself, in turns. */
export async function benchScanning(): Promise<Record<string, unknown>> {
  const backend = await testBackend();
  const scanner = createSaneScanner({ device: backend.device, env: backend.env });
  const [ours, plain]: [number[], number[]] = [[], []];
  try {
    // The first scan of all asks what the scanner can do, and warms both up.
    for (let scan = 0; scan <= scans; scan++) {
      const ourMs = await timed(async () => {
        const outcome = await scanner.scan(request, () => {}, new AbortController().signal);
        if (outcome.outcome !== 'scanned') throw new Error(`the scan ${outcome.outcome}`);
      });
      const plainMs = await timed(() => scanimage(backend.device, backend.env));
      if (scan > 0) {
        ours.push(ourMs);
        plain.push(plainMs);
      }
    }
  } finally {
    await scanner.close();
    await backend.remove();
  }
  const [preview, floor] = [quantile(ours, 0.5), quantile(plain, 0.5)];
  return {
    scanToPreviewP50Ms: rounded(preview),
    scanimageP50Ms: rounded(floor),
    scanRatio: Math.round((preview / floor) * 100) / 100,
  };
}

async function scanimage(device: string, env: Record<string, string>): Promise<void> {
  const size = ['-x', '210', '-y', '297', '--resolution', '300', '--mode', 'Gray'];
  const child = spawn('scanimage', [`--device-name=${device}`, '--format=jpeg', ...size], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  child.stdout.resume();
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`scanimage ended with ${code}`);
}

async function timed(work: () => Promise<void>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}
