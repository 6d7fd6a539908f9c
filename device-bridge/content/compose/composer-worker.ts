import { parentPort } from 'node:worker_threads';
import { composeLayers } from './compose-layers.ts';
import type { ComposeTask } from './composer.ts';

parentPort?.on('message', ({ layers, ...composeFor }: ComposeTask) =>
  parentPort?.postMessage(composeLayers(layers, composeFor)),
);
