import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { readMany } from '../../device-bridge/devices/id-card-reader/read-many.test-support.ts';

const reads = 10_000;
/** The first reads compile the code and fill the pools: they are not growth. */
const warmUp = 1_000;

/** Memory of a process that reads 10,000 cards through the real driver, as the heap is after a collection. */
export async function benchManyCards(): Promise<Record<string, unknown>> {
  const child = fork(fileURLToPath(import.meta.url), ['child'], { execArgv: ['--expose-gc'] });
  let result: Record<string, unknown> | null = null;
  child.once('message', message => {
    result = message as Record<string, unknown>;
  });
  const [code] = await once(child, 'exit');
  if (result === null) throw new Error(`the process that reads cards ended with ${code}`);
  return result;
}

if (process.argv[2] === 'child' && process.send !== undefined) {
  const heapMb = (): number => {
    globalThis.gc?.();
    return Math.round((process.memoryUsage().heapUsed / 2 ** 20) * 10) / 10;
  };
  await readMany(warmUp);
  const before = heapMb();
  const begun = performance.now();
  await readMany(reads);
  const seconds = Math.round((performance.now() - begun) / 100) / 10;
  process.send({ cardReads: reads, heapBeforeMb: before, heapAfterMb: heapMb(), cardReadsSeconds: seconds });
  process.disconnect();
}
