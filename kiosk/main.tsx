import './ui/base.css';
import './ui/tokens.css';
import './ui/kiosk-page.css';
import { render } from 'preact';
import { App } from './app.tsx';
import { followBridge } from './bridge/event-stream.ts';
import { send } from './bridge/send.ts';
import { followContent } from './catalog/catalog.ts';
import { keepClock } from './frame/clock.ts';
import { watchReadinessDoor } from './frame/readiness-door.ts';
import { listenForCodes } from './input/code-listener.ts';
import { guardPage } from './page-guard.ts';
import { registerServiceWorker } from './service-worker-registration.ts';

const root = document.getElementById('app');
if (root === null) throw new Error('index.html has no #app');

// First of all listeners: nothing of a code may reach any other.
listenForCodes(text => void send({ type: 'code/typed', text }));
guardPage();
watchReadinessDoor();
keepClock();
followBridge();
void followContent();
render(<App />, root);
void registerServiceWorker();
