import { useEffect, useRef, useState } from 'preact/hooks';
import { type Hold, type HoldEvent, holdDelays, nextHold } from './hold.ts';

interface HoldWays {
  /** False: what is shown is masked at once, and a press shows nothing. */
  may: boolean;
  /** Fetches and puts on the screen; false when it cannot be had. The signal tells that the finger has gone. */
  show(signal: AbortSignal): Promise<boolean>;
  /** Takes it off the screen, before anything else happens. */
  hide(): void;
}

const pressKeys = new Set(['Enter', ' ']);

/** Props of a button whose content is shown while a finger, Enter or Space holds it, and how far that is. */
export function useHold({ may, show, hide }: HoldWays) {
  const [hold, setHold] = useState<Hold>('free');
  const latest = useRef<Hold>('free');
  const press = useRef<AbortController>(undefined);

  function move(event: HoldEvent): boolean {
    const before = latest.current;
    latest.current = nextHold(before, event);
    setHold(latest.current);
    return latest.current !== before;
  }

  function release(): void {
    press.current?.abort();
    press.current = undefined;
    hide();
    move('release');
  }

  function begin(): void {
    if (!may || !move('press')) return;
    const ending = new AbortController();
    press.current = ending;
    const timer = setTimeout(async () => {
      move('long-enough');
      const shown = await show(ending.signal);
      if (!ending.signal.aborted) move(shown ? 'answered' : 'refused');
    }, holdDelays.longEnoughMs);
    ending.signal.addEventListener('abort', () => clearTimeout(timer));
  }

  useEffect(() => {
    if (!may) release();
  }, [may]);
  useEffect(() => {
    const goes = (): void => release();
    addEventListener('blur', goes);
    document.addEventListener('visibilitychange', goes);
    return () => {
      removeEventListener('blur', goes);
      document.removeEventListener('visibilitychange', goes);
      release();
    };
  }, []);

  return {
    hold,
    holdProps: {
      onPointerDown: begin,
      onPointerUp: release,
      onPointerCancel: release,
      onLostPointerCapture: release,
      onPointerLeave: release,
      onKeyDown(event: KeyboardEvent): void {
        if (pressKeys.has(event.key) && !event.repeat) begin();
      },
      onKeyUp: release,
      onBlur: release,
    },
  };
}
