import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { TerminalState } from '../../device-bridge/api/types.ts';

const TerminalContext = createContext<TerminalState | null>(null);
export const TerminalProvider = TerminalContext.Provider;

/** Null until the bridge has spoken: the first screen stands before that. */
export function usePresentTerminal(): TerminalState | null {
  return useContext(TerminalContext);
}

/** The bridge's state. Only parts that are drawn when there is one may ask. */
export function useTerminal(): TerminalState {
  const state = usePresentTerminal();
  if (state === null) throw new Error('this part is drawn when the bridge has spoken');
  return state;
}
