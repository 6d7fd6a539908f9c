import { burstGapMs, emptyWedge, nextWedge, type WedgeInput } from './code-wedge.ts';

/** Keys that only change what the next one means; a reader presses Shift for capitals and signs. */
const modifiers = new Set(['Shift', 'CapsLock', 'AltGraph', 'NumLock']);

/**
 * Hears every key of the page before anything else does, and takes the codes out of a reader that types like a keyboard.
 * What a person types goes on to where it was meant, at most 35 ms later. Returns what ends it.
 */
export function listenForCodes(onCode: (text: string) => void): () => void {
  let wedge = emptyWedge;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Our own keys, on their way back into the page. */
  const givenBack = new WeakSet<Event>();

  function step(input: WedgeInput): boolean {
    const next = nextWedge(wedge, input);
    wedge = next.wedge;
    clearTimeout(timer);
    for (const character of next.giveBack) write(character, givenBack);
    if (wedge.held !== '') timer = setTimeout(onQuiet, wedge.lastAt + burstGapMs + 1 - performance.now());
    if (next.scanned !== null) onCode(next.scanned);
    return next.take;
  }

  function onQuiet(): void {
    const { lastAt } = wedge;
    // A page that was busy for so long may have further keys of the burst waiting in its queue: they come first.
    const late = performance.now() - lastAt > 2 * burstGapMs;
    if (!late) step({ type: 'quiet', at: performance.now() });
    else timer = setTimeout(() => step({ type: 'quiet', at: performance.now() }), burstGapMs);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (givenBack.has(event) || modifiers.has(event.key)) return;
    if (!step(inputOf(event))) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  addEventListener('keydown', onKeyDown, { capture: true });
  return () => {
    removeEventListener('keydown', onKeyDown, { capture: true });
    clearTimeout(timer);
  };
}

function inputOf(event: KeyboardEvent): WedgeInput {
  const { key, timeStamp: at } = event;
  if (event.ctrlKey || event.altKey || event.metaKey || event.repeat || event.isComposing) return { type: 'other', at };
  if (key === 'Enter') return { type: 'enter', at };
  return [...key].length === 1 ? { type: 'character', character: key, at } : { type: 'other', at };
}

/** Lets the page have a key that was held back: its listeners first, then the field or button that has the focus. */
function write(character: string, givenBack: WeakSet<Event>): void {
  const target = document.activeElement ?? document.body;
  const event = new KeyboardEvent('keydown', { key: character, bubbles: true, cancelable: true });
  givenBack.add(event);
  if (!target.dispatchEvent(event)) return;
  // The browser's own way of typing: it fires the field's events and keeps to its limits. No effect outside a field.
  const written = document.execCommand('insertText', false, character);
  if (!written && character === ' ' && target instanceof HTMLElement) target.click();
}
