import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Language } from '../../content/common/words.ts';
import type { Answers } from '../../content/model/situation.ts';
import { emptyTyping, type Typing } from '../input/typing.ts';
import { atHome, presentScreen, type Screen, type Step, type Trail, walk } from './navigation.ts';

/** How the citizen wants the screen. Ends with the visit. */
export interface AccessSettings {
  language: Language;
  largeType: boolean;
  highContrast: boolean;
  /** Everything that is touched lies where a wheelchair user's hand is. */
  lowReach: boolean;
  /** What is on the screen is read aloud. */
  speaking: boolean;
}

export const defaultSettings: AccessSettings = {
  language: 'zh',
  largeType: false,
  highContrast: false,
  lowReach: false,
  speaking: false,
};

/** All that one citizen chose or typed. Made for a visit's id and dropped with it: nothing else holds any of it. */
export interface Session {
  readonly visitId: string;
  readonly settings: Signal<AccessSettings>;
  readonly helpOpen: Signal<boolean>;
  readonly screen: ReadonlySignal<Screen>;
  /** How deep the citizen is; a screen is keyed by it so that each opening starts fresh. */
  readonly depth: ReadonlySignal<number>;
  readonly typing: Signal<Typing>;
  /** Answers by matter id. Later answers stay when an earlier one changes. */
  readonly answers: Signal<Readonly<Record<string, Answers>>>;
  go(step: Step): void;
}

export function createSession(visitId: string, settings: AccessSettings, helpOpen: boolean): Session {
  const trail = signal<Trail>(atHome);
  const typing = signal(emptyTyping);
  return {
    visitId,
    settings: signal(settings),
    helpOpen: signal(helpOpen),
    screen: computed(() => presentScreen(trail.value)),
    depth: computed(() => trail.value.length),
    typing,
    answers: signal({}),
    go(step) {
      trail.value = walk(trail.value, step);
      // A search begun anew from home should not start with the last one's letters.
      if (trail.value.length === 1) typing.value = emptyTyping;
    },
  };
}

const SessionContext = createContext<Session | null>(null);
export const SessionProvider = SessionContext.Provider;

/** Null outside a visit. */
export function usePresentSession(): Session | null {
  return useContext(SessionContext);
}

export function useSession(): Session {
  const session = usePresentSession();
  if (session === null) throw new Error('this part is drawn inside a visit only');
  return session;
}
