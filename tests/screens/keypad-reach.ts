import type { Page } from '@playwright/test';

/**
 * The controls that the arrow keys alone do not lead to, by their words: from where the arrows begin, every arrow is
 * pressed on every control they come to. The page is left as it was found.
 */
export async function outOfReach(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const stage: ParentNode = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document;
    const arrows = ['ArrowDown', 'ArrowRight', 'ArrowUp', 'ArrowLeft'];
    /** A whole scroll area is passed in fewer. */
    const mostPresses = 30;
    /** Only ends what hangs. */
    const firstKeyMs = 20_000;
    const areas = [...document.querySelectorAll('.scroll-area-box')];
    const press = async (key: string): Promise<void> => {
      const target = document.activeElement ?? document.body;
      target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
      await new Promise(done => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = done;
        port2.postMessage(null);
      });
    };
    const scrolled = (): string => areas.map(area => Math.round(area.scrollTop)).join();
    const blur = (): void => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    };
    blur();
    await press('ArrowDown');
    // The first key of a page fetches what the keys do.
    for (const began = Date.now(); document.activeElement === document.body && Date.now() - began < firstKeyMs; )
      await new Promise(done => setTimeout(done, 10));
    const reached = new Set<Element>();
    const waiting = [document.activeElement];
    for (let control = waiting.pop(); control instanceof HTMLElement; control = waiting.pop()) {
      if (reached.has(control)) continue;
      reached.add(control);
      for (const arrow of arrows) {
        control.focus();
        for (let presses = 0; presses < mostPresses && document.activeElement === control; presses++) {
          const before = scrolled();
          await press(arrow);
          if (scrolled() === before) break;
        }
        waiting.push(document.activeElement);
      }
    }
    blur();
    for (const area of areas) area.scrollTop = 0;
    delete document.documentElement.dataset.keys;
    return [...stage.querySelectorAll<HTMLElement>('button:not(:disabled), a[href], input:not(:disabled)')]
      .filter(control => control.checkVisibility({ visibilityProperty: true }))
      .filter(control => !reached.has(control) && control.closest('.scroll-area-rail') === null)
      .map(
        control => `out of the arrows' reach: ${(control.ariaLabel ?? control.textContent ?? '').trim().slice(0, 30)}`,
      );
  });
}
