import type { Reader } from './reader.ts';

const controls = 'button, a[href], input, label, [role="radio"], [role="tab"], [role="option"]';
/** Until what a touch changes is on the screen: another screen is said in place of what was touched. */
const touchedMs = 90;
const host = '.speech-host';

/** Tells the reader what happens on the page. Returns what ends it. */
export function watchPage(reader: Reader, root: Element): () => void {
  const ending = new AbortController();
  const { signal } = ending;
  const observer = new MutationObserver(changes => {
    if (changes.some(({ target }) => !isOwn(target))) reader.look();
  });
  observer.observe(root, {
    ...{ childList: true, subtree: true, characterData: true },
    attributes: true,
    attributeFilter: ['open', 'hidden'],
  });

  addEventListener(
    'pointerdown',
    event => {
      const control = controlOf(event.target);
      // Somebody who goes on does not want to hear the rest.
      if (control !== null) reader.hush();
    },
    { capture: true, signal },
  );
  addEventListener(
    'click',
    event => {
      const control = controlOf(event.target);
      if (control === null) return;
      const { telling } = reader.reading.peek();
      setTimeout(() => {
        const isOver = signal.aborted || reader.reading.peek().telling !== telling;
        if (!isOver) reader.sayElement(control);
      }, touchedMs);
    },
    { capture: true, signal },
  );
  addEventListener(
    'focusin',
    event => {
      if (event.target instanceof Element && event.target.matches(':focus-visible')) {
        const control = controlOf(event.target);
        if (control !== null) reader.sayElement(control);
      }
    },
    { signal },
  );
  return () => {
    observer.disconnect();
    ending.abort();
  };
}

function isOwn(node: Node): boolean {
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest(host) != null;
}

function controlOf(target: EventTarget | null): Element | null {
  const control = target instanceof Element ? target.closest(controls) : null;
  return control?.closest(host) != null ? null : control;
}
