import type { PublicData } from './card-data.ts';
import type { CardDelays } from './card-delays.ts';
import type { ReadResult } from './card-state.ts';
import type { CardConnection, CardSession } from './card-terminal.ts';
import { publicData } from './public-data.ts';
import { withinTime } from './within-time.ts';

/** How a card is left that could not be read, so that the next attempt finds it another way. */
const leaveAfter = { 1: 'reset', 2: 'unpower', 3: 'unpower' } as const;

/** One attempt at the card in the reader. Lets go of the card in every case, a reader that hangs excepted. */
export async function readFromCard(
  session: CardSession,
  attempt: 1 | 2 | 3,
  delays: CardDelays,
  signal: AbortSignal,
): Promise<ReadResult> {
  const connecting = session.connect();
  const connection = await withinTime(connecting, delays.connectMs, signal);
  if (connection === 'hung') {
    // Given up in the middle: the card is let go as soon as it is there.
    if (signal.aborted)
      void connecting.then(late => (typeof late === 'string' ? undefined : late.disconnect('as-it-is')));
    return 'hung';
  }
  if (typeof connection === 'string') return connection;
  const result = await converse(connection, delays, signal);
  if (result === 'hung' && !signal.aborted) return 'hung';
  const read = typeof result === 'object' && result.read;
  const leaving = connection.disconnect(read || signal.aborted ? 'as-it-is' : leaveAfter[attempt]);
  // When given up, nobody waits for the letting go: the next call to the session stands behind it.
  if (!signal.aborted) await withinTime(leaving, delays.disconnectMs, signal);
  return typeof result === 'string' ? result : { ...result, atr: connection.atr };
}

async function converse(
  connection: CardConnection,
  delays: CardDelays,
  signal: AbortSignal,
): Promise<PublicData | Exclude<ReadResult, object>> {
  const dialogue = publicData();
  let next = dialogue.next();
  while (next.done !== true) {
    const response = await withinTime(connection.transmit(next.value), delays.transmitMs, signal);
    if (typeof response === 'string') return response;
    next = dialogue.next(response);
  }
  return next.value;
}
