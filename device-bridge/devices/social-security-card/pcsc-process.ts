import type { ReaderSight } from './card-terminal.ts';
import type { PcscAnswer, PcscCall, PcscMessage, PcscReply } from './pcsc-messages.ts';
import {
  isServiceGone,
  loadSmartcard,
  type PcscCard,
  type PcscContext,
  type PcscReader,
  type SmartcardLibrary,
} from './smartcard-library.ts';

/*
 * A process of its own for PC/SC: half of the library's calls block the thread they are made on, and a reader's driver
 * that hangs would stop the whole bridge. Here the bridge can end it at any time.
 */

/** A wait is cut into pieces, as a cancel that comes between two calls would be lost. */
const waitPieceMs = 500;
const plugAndPlay = '\\\\?PnP?\\Notification';

let library: SmartcardLibrary | null = null;
let context: PcscContext | null = null;
let reader: PcscReader | null = null;
let card: PcscCard | null = null;
let cancelled = false;
/** Part of each serial: a service that was started anew counts from the beginning. */
let sessions = 0;

async function obey(call: PcscCall): Promise<PcscAnswer> {
  switch (call.call) {
    case 'open':
      return open();
    case 'wait':
      return wait(call);
    case 'connect':
      return connect();
    case 'transmit':
      return transmit(call.command);
    case 'disconnect':
      return disconnect(call.leave);
    case 'release':
      release();
      return 'done';
  }
}

async function open(): Promise<PcscAnswer> {
  library ??= await loadSmartcard();
  if (library === null) return 'library-missing';
  release();
  try {
    context = new library.Context();
    sessions += 1;
    return 'done';
  } catch (error) {
    return isServiceGone(error) ? 'no-service' : 'failed';
  }
}

function release(): void {
  const old = context;
  context = null;
  reader = null;
  card = null;
  try {
    old?.close();
  } catch {
    // A service that is gone has let go already.
  }
}

async function wait({ reader: wanted, since, timeoutMs }: PcscCall & { call: 'wait' }): Promise<PcscAnswer> {
  cancelled = false;
  const until = performance.now() + timeoutMs;
  for (;;) {
    const sight = look(wanted);
    if (sight === null || context === null || library === null) return 'lost';
    const leftMs = until - performance.now();
    if (since === null || sight.serial !== since.serial || leftMs <= 0 || cancelled) return { sight };
    const state = (reader?.state ?? 0) & ~library.SCARD_STATE_CHANGED;
    const watched = reader === null ? { name: plugAndPlay, state: 0 } : { name: reader.name, state: state >>> 0 };
    try {
      await context.waitForChange([watched], Math.ceil(Math.min(leftMs, waitPieceMs)));
    } catch (error) {
      if (isServiceGone(error)) return 'lost';
      // The reader was pulled while it was watched: the next look says so. A breath, lest this goes round too fast.
      await new Promise(resolve => setTimeout(resolve, 50));
    }
  }
}

/** The reader as it is now; null when the service is gone. */
function look(wanted: string | null): ReaderSight | null {
  if (context === null || library === null) return null;
  try {
    const readers = context.listReaders();
    reader = readers.find(({ name }) => wanted === null || name.includes(wanted)) ?? null;
  } catch {
    return null;
  }
  const session = sessions * 2 ** 20;
  if (reader === null) return { reader: null, cardPresent: false, serial: session };
  const cardPresent = (reader.state & library.SCARD_STATE_PRESENT) !== 0;
  // One more than the count, so that a reader without a card is not the same sight as no reader.
  const count = (reader.state >>> 16) + 1;
  return { reader: reader.name, cardPresent, serial: session + count * 2 + Number(cardPresent) };
}

async function connect(): Promise<PcscAnswer> {
  if (reader === null || library === null) return 'card-gone';
  try {
    card = await reader.connect(library.SCARD_SHARE_SHARED, library.SCARD_PROTOCOL_T0 | library.SCARD_PROTOCOL_T1);
    return {
      atr: Buffer.from(card.atr ?? [])
        .toString('hex')
        .toUpperCase(),
    };
  } catch (error) {
    return afterFailure(error);
  }
}

async function transmit(command: Uint8Array): Promise<PcscAnswer> {
  if (card === null) return 'card-gone';
  try {
    return { response: Uint8Array.from(await card.transmit(Buffer.from(command))) };
  } catch (error) {
    return afterFailure(error);
  }
}

/** A failure says little about its cause; whether a card is still there says more. */
function afterFailure(error: unknown): PcscAnswer {
  if (isServiceGone(error)) return 'lost';
  const sight = look(reader?.name ?? null);
  if (sight === null) return 'lost';
  return sight.cardPresent ? 'mute' : 'card-gone';
}

function disconnect(leave: 'as-it-is' | 'reset' | 'unpower'): PcscAnswer {
  const old = card;
  card = null;
  if (library === null) return 'done';
  const { SCARD_LEAVE_CARD, SCARD_RESET_CARD, SCARD_UNPOWER_CARD } = library;
  try {
    old?.disconnect({ 'as-it-is': SCARD_LEAVE_CARD, reset: SCARD_RESET_CARD, unpower: SCARD_UNPOWER_CARD }[leave]);
  } catch {
    // A card that was pulled is let go by that.
  }
  return 'done';
}

process.on('message', (message: PcscMessage) => {
  if (message.call === 'cancel') {
    cancelled = true;
    context?.cancel();
    return;
  }
  void obey(message).then(answer => {
    const reply: PcscReply = { id: message.id, answer };
    process.send?.(reply);
  });
});
// The bridge is gone. Not process.exit: that would wait for a call that hangs.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
