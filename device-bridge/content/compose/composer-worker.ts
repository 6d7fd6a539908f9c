import { parentPort } from 'node:worker_threads';
import { composeLayers } from './compose-layers.ts';
import type { ComposeTask } from './composer.ts';

parentPort?.on('message', ({ layers, ...composeFor }: ComposeTask) => {
  const composition = composeLayers(layers, composeFor);
  const buffers = composition.composed ? [composition.bytes, composition.searchIndex] : [];
  // Buffers of their own, so that they go over without a copy.
  const own = buffers.filter(({ byteLength, buffer }) => byteLength === buffer.byteLength);
  parentPort?.postMessage(
    composition,
    own.map(({ buffer }) => buffer as ArrayBuffer),
  );
});
