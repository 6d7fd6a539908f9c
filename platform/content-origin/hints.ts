import { setMaxListeners } from 'node:events';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';

const lookEveryMs = 500;
/** Keeps proxies from closing a quiet line. */
const heartbeatMs = 25_000;

export interface ContentHints {
  /** One listener: a `content` event after each publication, until the listener leaves or the platform closes. */
  stream(c: Context): Response;
  close(): void;
}

/**
 * Tells terminals that something was published: the signed timestamp file changed. A hint and no more; what a terminal
 * believes is in the signed metadata. Looked at by its time and size: the origin may be a mounted folder, where no
 * file system tells of changes.
 */
export function watchContentOrigin(folder: string): ContentHints {
  const events = new EventTarget();
  // One for each terminal of the district.
  setMaxListeners(0, events);
  const closing = new AbortController();
  setMaxListeners(0, closing.signal);
  let seen: string | null | undefined;
  const look = async (): Promise<void> => {
    const file = await stat(join(folder, 'metadata/timestamp.json')).catch(() => null);
    const now = file === null ? null : `${file.mtimeMs}:${file.size}:${file.ino}`;
    const changed = seen !== undefined && now !== seen;
    seen = now;
    if (changed) events.dispatchEvent(new Event('content'));
  };
  const timer = setInterval(() => void look(), lookEveryMs);
  timer.unref();
  return {
    stream: c =>
      streamSSE(c, async stream => {
        const leaving = new AbortController();
        stream.onAbort(() => leaving.abort());
        const ends = AbortSignal.any([leaving.signal, closing.signal]);
        let event = 'alive';
        while (!ends.aborted) {
          await stream.writeSSE({ event, data: '' });
          event = await nextEvent(events, ends);
        }
      }),
    close: () => {
      clearInterval(timer);
      closing.abort();
    },
  };
}

/** The next thing to send: `content` as soon as something was published, else a sign of life. */
function nextEvent(events: EventTarget, ends: AbortSignal): Promise<'content' | 'alive'> {
  return new Promise(resolve => {
    if (ends.aborted) return resolve('alive');
    const done = new AbortController();
    const finish = (event: 'content' | 'alive') => () => {
      clearTimeout(heartbeat);
      done.abort();
      resolve(event);
    };
    const heartbeat = setTimeout(finish('alive'), heartbeatMs);
    events.addEventListener('content', finish('content'), { signal: done.signal });
    ends.addEventListener('abort', finish('alive'), { signal: done.signal });
  });
}
