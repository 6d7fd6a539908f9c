import { effect, signal } from '@preact/signals';
import { terminal } from './bridge/terminal.ts';
import { areYouWell } from './watchdog/signs.ts';

const updateCheckMs = 60 * 60 * 1000;

/**
 * Registers the worker that keeps the kiosk usable without its bridge. A new version waits until no visit is under way,
 * so no citizen ever sees the page reload.
 */
export async function registerServiceWorker(): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  navigator.serviceWorker.addEventListener('message', event => {
    if (event.data === areYouWell) event.ports[0]?.postMessage('well');
  });
  const { Workbox } = await import('workbox-window');
  const workbox = new Workbox('/service-worker.js');
  const waiting = signal(false);
  let replaced = false;
  workbox.addEventListener('waiting', () => {
    waiting.value = true;
  });
  workbox.addEventListener('controlling', event => {
    // The first worker takes over a page of its own version; only a later one brings another.
    if (event.isUpdate !== true || replaced) return;
    replaced = true;
    location.reload();
  });
  effect(() => {
    if (waiting.value && terminal.value?.visit.phase === 'idle') workbox.messageSkipWaiting();
  });
  try {
    await workbox.register();
  } catch (error) {
    // Without its worker the kiosk runs as long as its bridge does.
    console.error(error);
    return;
  }
  setInterval(() => void workbox.update().catch(() => {}), updateCheckMs);
}
