import './ui/base.css';
import './ui/tokens.css';
import './ui/kiosk-page.css';
import { render } from 'preact';
import { App } from './app.tsx';
import { followBridge } from './bridge/event-stream.ts';
import { followContent } from './catalog/catalog.ts';
import { keepClock } from './frame/clock.ts';
import { guardPage } from './page-guard.ts';
import { registerServiceWorker } from './service-worker-registration.ts';

const root = document.getElementById('app');
if (root === null) throw new Error('index.html has no #app');

guardPage();
keepClock();
followBridge();
void followContent();
render(<App />, root);
void registerServiceWorker();
