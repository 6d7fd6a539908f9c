/** What the keys of a keypad do; Enter and Space press what has the focus, as everywhere. */
const keypadKeys = [
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  'Escape',
  'Backspace',
  'Home',
  'F1',
  'Enter',
] as const;
export type KeypadKey = (typeof keypadKeys)[number];

/**
 * For whoever cannot touch the screen. What the keys do comes when the first of them is pressed: the others never need
 * it. Until a finger touches the screen, what has the focus is shown (`data-keys`, see ui/base.css).
 */
export function watchKeypad(): void {
  const { dataset } = document.documentElement;
  addEventListener('pointerdown', () => delete dataset.keys, { capture: true, passive: true });
  addEventListener('keydown', event => {
    if (event.key === 'Tab') dataset.keys = '';
    const key = keypadKeys.find(each => each === event.key);
    // A dialog takes Escape from the browser, so that only this closes it.
    const taken = event.defaultPrevented && key !== 'Escape';
    if (key === undefined || taken || isWriting(event)) return;
    dataset.keys = '';
    // A control that has the focus takes Enter by itself.
    if (key === 'Enter' && event.target instanceof HTMLButtonElement) return;
    if (key === 'Backspace') {
      // It belongs to the search as long as there is a letter to take back, and the search says so by taking it.
      setTimeout(() => {
        if (!event.defaultPrevented) press(key);
      });
      return;
    }
    event.preventDefault();
    press(key);
  });
}

let loaded: typeof import('./keypad.ts') | null = null;

function press(key: KeypadKey): void {
  if (loaded !== null) {
    loaded.pressKey(key);
    return;
  }
  void import('./keypad.ts').then(keypad => {
    loaded = keypad;
    keypad.pressKey(key);
  });
}

/** In a field the arrows and Backspace belong to what is written. */
function isWriting({ target, key }: KeyboardEvent): boolean {
  if (key === 'Escape' || key === 'F1') return false;
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}
