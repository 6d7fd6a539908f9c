import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Bytes that what `make` returns keeps in memory, its buffers among them. */
export async function heapBytesOf(make: () => unknown): Promise<number> {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  // Code and constants that the first one brings along belong to no one in particular.
  make();
  const before = await used(collect);
  const kept = make();
  const after = await used(collect);
  return kept === undefined ? 0 : after - before;
}

async function used(collect: () => void): Promise<number> {
  for (let round = 0; round < 3; round++) {
    collect();
    await new Promise(resolve => setImmediate(resolve));
  }
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
