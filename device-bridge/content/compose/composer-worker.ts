import { parentPort } from 'node:worker_threads';
import { type ComposeTask, composeFromFile } from './composer.ts';

parentPort?.on('message', (task: ComposeTask) => parentPort?.postMessage(composeFromFile(task)));
