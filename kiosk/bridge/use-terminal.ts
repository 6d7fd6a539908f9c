import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { TerminalState } from '../../device-bridge/api/types.ts';

const TerminalContext = createContext<TerminalState | null>(null);
export const TerminalProvider = TerminalContext.Provider;

/** The bridge's state. Only parts beneath the app draw anything, and the app draws them only when there is one. */
export function useTerminal(): TerminalState {
  const state = useContext(TerminalContext);
  if (state === null) throw new Error('this part is drawn when the bridge has spoken');
  return state;
}
