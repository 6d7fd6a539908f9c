import './ui/base.css';
import './ui/tokens.css';
import './ui/kiosk-page.css';
import { effect } from '@preact/signals';
import { hydrate, render } from 'preact';
import { watchKeypad } from './access/keypad/watch-keypad.ts';
import { App } from './app.tsx';
import { followBridge } from './bridge/event-stream.ts';
import { send } from './bridge/send.ts';
import { visitId } from './bridge/terminal.ts';
import { BrokenPage } from './broken-page.tsx';
import { followContent } from './catalog/catalog.ts';
import { keepClock } from './frame/clock.ts';
import { watchReadinessDoor } from './frame/readiness-door.ts';
import { listenForCodes } from './input/code-listener.ts';
import { guardPage } from './page-guard.ts';
import { registerServiceWorker } from './service-worker-registration.ts';
import { TroubleBoundary } from './ui/trouble-boundary.tsx';
import { nobodyThere, pageUp } from './watchdog/signs.ts';

const root = document.getElementById('app');
if (root === null) throw new Error('index.html has no #app');

// First of all listeners: nothing of a code may reach any other.
listenForCodes(text => void send({ type: 'code/typed', text }));
guardPage();
watchKeypad();
watchReadinessDoor();
keepClock();
followBridge();
void followContent();
const page = (
  <TroubleBoundary instead={() => <BrokenPage />}>
    <App />
  </TroubleBoundary>
);
// The built page already shows the first screen; under development there is none yet.
if (root.firstElementChild === null) render(page, root);
else hydrate(page, root);
dispatchEvent(new Event(pageUp));
effect(() => {
  if (visitId.value === null) dispatchEvent(new Event(nobodyThere));
});
void registerServiceWorker();
