import { type ReadonlySignal, signal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext, useEffect } from 'preact/hooks';
import { dueAt, inTheOpen, nextShade, type Shade, type ShadeEvent } from './shade.ts';

export interface ShadeStore {
  readonly shade: ReadonlySignal<Shade>;
  dispatch(event: ShadeEvent): void;
}

/** One for each visit, dropped with it. */
export function openShade(): ShadeStore {
  const shade = signal(inTheOpen);
  return {
    shade,
    dispatch: event => {
      shade.value = nextShade(shade.peek(), event);
    },
  };
}

const ShadeContext = createContext<ShadeStore | null>(null);
export const ShadeProvider = ShadeContext.Provider;

export function useShade(): ShadeStore {
  const store = useContext(ShadeContext);
  if (store === null) throw new Error('this part is drawn inside a visit only');
  return store;
}

const touches = ['pointerdown', 'keydown'] as const;

/** Tells the shade what happens: touches, words read aloud, the warning, and time that passes without any of them. */
export function useShadeWatch({ shade, dispatch }: ShadeStore, warned: boolean): void {
  useEffect(() => {
    const touched = (): void => dispatch({ type: 'touched', now: performance.now() });
    const heard = (): void => dispatch({ type: 'heard', now: performance.now() });
    for (const touch of touches) addEventListener(touch, touched, { capture: true, passive: true });
    document.addEventListener('speech-said', heard);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = shade.subscribe(present => {
      clearTimeout(timer);
      const due = dueAt(present);
      const look = (): void => dispatch({ type: 'looked', now: performance.now() });
      // A timer may ring a moment early by the other clock.
      if (due !== null) timer = setTimeout(look, Math.max(0, due - performance.now()) + 1);
    });
    return () => {
      for (const touch of touches) removeEventListener(touch, touched, { capture: true });
      document.removeEventListener('speech-said', heard);
      stop();
      clearTimeout(timer);
    };
  }, []);
  useEffect(() => {
    if (warned) dispatch({ type: 'warned' });
  }, [warned]);
}
