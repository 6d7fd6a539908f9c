import { useEffect, useRef } from 'preact/hooks';

const firstRepeatMs = 450;
const repeatMs = 90;

/** Props for a button that acts when it is touched, and goes on while it is held. Enter on a keypad acts once for each press. */
export function useHeldPress(onPress: () => void) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef(onPress);
  latest.current = onPress;
  const release = (): void => clearTimeout(timer.current);
  useEffect(() => release, []);
  function again(): void {
    latest.current();
    timer.current = setTimeout(again, repeatMs);
  }
  return {
    onPointerDown(): void {
      release();
      latest.current();
      timer.current = setTimeout(again, firstRepeatMs);
    },
    onPointerUp: release,
    onPointerCancel: release,
    onPointerLeave: release,
    // A click without a pointer: a key, or a program for people who cannot touch.
    onClick(event: MouseEvent): void {
      if (event.detail === 0) latest.current();
    },
  };
}
