import { parentPort } from 'node:worker_threads';
import { composeLayers } from './compose-layers.ts';
import type { ComposeTask } from './composer.ts';

parentPort?.on('message', ({ layers, ...composeFor }: ComposeTask) => {
  const composition = composeLayers(layers, composeFor);
  // A buffer of its own, so that it goes over without a copy.
  const own = composition.composed && composition.bytes.byteLength === composition.bytes.buffer.byteLength;
  parentPort?.postMessage(composition, own ? [composition.bytes.buffer as ArrayBuffer] : []);
});
