import { moveFocus } from './move-focus.ts';
import type { KeypadKey } from './watch-keypad.ts';

/** Does what a keypad's key means. Back, home and help press the very buttons that are on the screen. */
export function pressKey(key: KeypadKey): void {
  switch (key) {
    case 'ArrowUp':
      moveFocus(stage(), 'up');
      break;
    case 'ArrowDown':
      moveFocus(stage(), 'down');
      break;
    case 'ArrowLeft':
      moveFocus(stage(), 'left');
      break;
    case 'ArrowRight':
      moveFocus(stage(), 'right');
      break;
    case 'Escape':
    case 'Backspace':
      if (!pressOn(stage(), 'back')) beside();
      break;
    case 'Home':
      pressOn(stage(), 'home');
      break;
    case 'Enter':
      pressOn(stage(), 'enter');
      break;
    case 'F1':
      // Asking for help is an answer to whether anybody is still there.
      pressOn(stage(), 'stay');
      pressOn(document, 'help');
      break;
  }
}

/** What may be used now: the dialog that lies on top, or the whole page. */
function stage(): ParentNode {
  return [...document.querySelectorAll('dialog[open]')].at(-1) ?? document;
}

function pressOn(within: ParentNode, key: string): boolean {
  const control = within.querySelector<HTMLElement>(`[data-key~="${key}"]:not(:disabled)`);
  control?.click();
  return control !== null;
}

/** A dialog with no button for it is closed as by a touch beside it. */
function beside(): void {
  const dialog = stage();
  if (dialog instanceof HTMLDialogElement) dialog.click();
}
