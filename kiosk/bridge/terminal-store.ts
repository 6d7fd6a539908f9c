import type { TerminalState } from '../../device-bridge/api/types.ts';

const store = () => import('../catalog/kiosk-store.ts');
let keptText = '';

/** Keeps what machine this is for a start without its bridge. Called with nobody there: nothing of a citizen is in it. */
export async function keepTerminal(state: TerminalState): Promise<void> {
  const lasting: TerminalState = { ...state, visit: { phase: 'idle', farewell: null } };
  const text = JSON.stringify([lasting.mode, lasting.terminal, lasting.contentOrigin, lasting.content.digest]);
  if (text === keptText) return;
  keptText = text;
  try {
    const { withStore } = await store();
    await withStore(database => database.put('terminal', lasting, 'kept'));
  } catch {
    // Only a start without the bridge would have needed it; the next state is kept again.
    keptText = '';
  }
}

/** Null: this browser has never seen its bridge, or its store is gone. */
export async function keptTerminal(): Promise<TerminalState | null> {
  try {
    const { withStore } = await store();
    return (await withStore(database => database.get('terminal', 'kept'))) ?? null;
  } catch {
    return null;
  }
}
