import type { Log } from '../log.ts';
import { pause } from '../pause.ts';
import { delays } from './update/delays.ts';

/**
 * Listens to the platform's server-sent events: `content` says that something was published. A nudge and no more: a
 * line that is down, or that lies, costs nothing but the wait for the next look. Returns what ends it.
 */
export function followHints(options: {
  url: string;
  token: string;
  onHint: () => void;
  log: Log;
  reconnectMs?: number;
  silenceMs?: number;
}): () => Promise<void> {
  const { url, token, onHint, log, reconnectMs = delays.hintReconnectMs, silenceMs = delays.hintSilenceMs } = options;
  const closing = new AbortController();
  let wasOpen = false;

  async function listen(): Promise<void> {
    const silent = new AbortController();
    let timer = setTimeout(() => silent.abort(), silenceMs);
    try {
      const signal = AbortSignal.any([closing.signal, silent.signal]);
      const response = await fetch(url, {
        signal,
        redirect: 'error',
        headers: { accept: 'text/event-stream', authorization: `Bearer ${token}` },
      });
      if (!response.ok || response.body === null) throw new Error(`${response.status}`);
      // What was published while the line was down.
      if (wasOpen) onHint();
      wasOpen = true;
      let rest = '';
      for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
        clearTimeout(timer);
        timer = setTimeout(() => silent.abort(), silenceMs);
        const lines = (rest + chunk).split(/\r\n|\n|\r/);
        // An endless line is nobody's event.
        rest = (lines.pop() ?? '').slice(-256);
        for (const line of lines) if (/^event: ?content$/.test(line)) onHint();
      }
    } finally {
      clearTimeout(timer);
    }
  }

  const running = (async () => {
    while (!closing.signal.aborted) {
      await listen().catch(error => log.debug({ detail: String(error) }, 'no hints of new content'));
      const jitter = 1 - delays.jitterShare + 2 * delays.jitterShare * Math.random();
      await pause(reconnectMs * jitter, closing.signal);
    }
  })();
  return async () => {
    closing.abort();
    await running;
  };
}
