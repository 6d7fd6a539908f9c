import type { Block } from './spoken-text.ts';

/** So much of a new screen is said unasked: what it is, and what to do. */
const openingLength = 90;
const openingBlocks = 4;
const live = '[role="alert"], [role="status"], [aria-live="polite"], [aria-live="assertive"]';

/** What the citizen is looking at: the dialog that lies on top, or the screen. */
export function topSurface(): Element | null {
  return [...document.querySelectorAll('dialog[open]')].at(-1) ?? document.querySelector('main.screen');
}

/** What makes it another screen: the place itself, or what it is called now. */
export function surfaceName(surface: Element): string {
  const heading = surface.querySelector('h1, h2, [role="heading"]');
  return (heading ?? surface.querySelector('p'))?.textContent?.trim() ?? '';
}

/**
 * The heading and what follows it, as far as one listens without having asked. On a screen that is up to its first
 * control; in a dialog, which is there to tell something, its controls are passed over.
 */
export function openingOf(surface: Element, blocks: readonly Block[]): Block[] {
  const isDialog = surface instanceof HTMLDialogElement;
  const heading = blocks.findIndex(({ kind }) => kind === 'heading');
  const rest = heading === -1 ? blocks.filter(({ kind }) => kind !== 'control') : blocks.slice(heading);
  const opening: Block[] = [];
  let length = 0;
  for (const block of rest) {
    if (opening.length === openingBlocks || (opening.length > 1 && length + block.text.length > openingLength)) break;
    if (block.kind === 'control') {
      if (isDialog) continue;
      break;
    }
    opening.push(block);
    length += block.text.length;
  }
  return opening;
}

/** Notices that come by themselves, on the screen and over it. */
export function notices(): Element[] {
  return [...document.querySelectorAll(live)].filter(
    each => each.closest('.speech-host') === null && (each.textContent ?? '').trim() !== '',
  );
}
