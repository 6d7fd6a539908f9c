import type { TerminalState } from '../../device-bridge/api/types.ts';

const limitMs = 30_000;

/** Reads a bridge's own event stream until a state fits. */
export async function stateWhen(
  kioskUrl: string,
  what: string,
  holds: (state: TerminalState) => boolean,
): Promise<TerminalState> {
  let last = 'no state at all';
  try {
    const response = await fetch(new URL('/api/events', kioskUrl), { signal: AbortSignal.timeout(limitMs) });
    let text = '';
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) {
      text += decoder.decode(chunk, { stream: true });
      const events = text.split('\n\n');
      text = events.pop() ?? '';
      for (const event of events) {
        const data = event.split('\n').find(line => line.startsWith('data: '));
        if (data === undefined) continue;
        last = data.slice(6);
        const state: TerminalState = JSON.parse(last);
        if (holds(state)) return state;
      }
    }
  } catch (error) {
    throw new Error(`waited in vain for: ${what}; last state ${last}`, { cause: error });
  }
  throw new Error(`the event stream ended before: ${what}`);
}
