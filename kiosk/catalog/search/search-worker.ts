import { createDesk } from './desk.ts';
import type { ToWorker } from './messages.ts';
import { openSearch } from './open-search.ts';

const desk = createDesk(openSearch, message => postMessage(message));
addEventListener('message', (event: MessageEvent<ToWorker>) => desk.take(event.data));
