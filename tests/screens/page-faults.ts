import type { Page } from '@playwright/test';

export interface PageRules {
  /** Nothing that is touched may begin above this share of the screen's height. */
  touchBelow: number;
  /** Text must be twice as large as `rememberTypeSizes` found it. */
  doubled: boolean;
}

/** Takes down how large each text is, so that large type can be held against it. */
export async function rememberTypeSizes(page: Page): Promise<void> {
  await page.evaluate(() => {
    const sizes = new WeakMap<Element, number>();
    for (const element of document.querySelectorAll('body *'))
      sizes.set(element, Number.parseFloat(getComputedStyle(element).fontSize));
    Object.assign(window, { typeSizes: sizes });
  });
}

/**
 * What is wrong with how the page is laid out now, one line each; empty when all is well. Controls are at least 60 by 60
 * CSS pixels; text is nowhere cut off, laid over other text or outside the screen, but for what a scroll area holds.
 */
export async function pageFaults(page: Page, rules: PageRules): Promise<string[]> {
  return page.evaluate(rules => {
    const least = 60;
    const faults = new Set<string>();
    const stage = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document.body;
    const drawn = (element: Element): boolean => element.checkVisibility({ visibilityProperty: true });
    const clips = (value: string): boolean => value !== 'visible';

    interface Seen {
      left: number;
      top: number;
      right: number;
      bottom: number;
    }
    const screen: Seen = { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
    const meet = (a: Seen, b: Seen): Seen => ({
      left: Math.max(a.left, b.left),
      top: Math.max(a.top, b.top),
      right: Math.min(a.right, b.right),
      bottom: Math.min(a.bottom, b.bottom),
    });
    const isThere = ({ left, top, right, bottom }: Seen): boolean => right - left > 1 && bottom - top > 1;
    const isCut = (whole: Seen, part: Seen, within: number): boolean =>
      part.left - whole.left > within ||
      whole.right - part.right > within ||
      part.top - whole.top > within ||
      whole.bottom - part.bottom > within;

    /** What its surroundings let be seen of a box; `cut` when something other than a scroll area takes of it. */
    function seen(element: Element, box: Seen, within: number): { part: Seen; cut: boolean } {
      let part = box;
      let cut = false;
      for (let around = element.parentElement; around !== null && around !== document.body; ) {
        const style = getComputedStyle(around);
        if (clips(style.overflowX) || clips(style.overflowY)) {
          const edge = around.getBoundingClientRect();
          const rest = meet(part, edge);
          if (style.overflowY === 'auto' || style.overflowY === 'scroll') {
            if (part.left < edge.left - within || part.right > edge.right + within) cut = true;
          } else if (isThere(rest) || isThere(part)) {
            if (isCut(part, rest, within)) cut = true;
          }
          part = rest;
        }
        around = style.position === 'fixed' ? null : around.parentElement;
      }
      const onScreen = meet(part, screen);
      if (isThere(part) && isCut(part, onScreen, within)) cut = true;
      return { part: onScreen, cut };
    }
    const words = (element: Element): string => (element.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 24);
    const named = (element: Element): string =>
      `${element.tagName.toLowerCase()}.${[...element.classList].join('.')} “${words(element)}”`;

    for (const control of stage.querySelectorAll('button, a[href], input, select, textarea, [role="button"]')) {
      if (!drawn(control)) continue;
      const box = control.getBoundingClientRect();
      if (box.width < least - 0.5 || box.height < least - 0.5)
        faults.add(`small: ${named(control)} ${Math.round(box.width)} x ${Math.round(box.height)}`);
      const { part } = seen(control, box, 1);
      if (isThere(part) && part.top < innerHeight * rules.touchBelow - 1)
        faults.add(`too high: ${named(control)} at ${Math.round(part.top)}`);
    }

    const lines: { element: Element; part: Seen }[] = [];
    const sizes: WeakMap<Element, number> | undefined = Reflect.get(window, 'typeSizes');
    const range = document.createRange();
    const texts = document.createTreeWalker(stage, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
      const element = text.parentElement;
      if (element === null || (text.textContent ?? '').trim() === '' || !drawn(element)) continue;
      const style = getComputedStyle(element);
      // For screen readers only.
      if (style.clipPath !== 'none') continue;
      const size = Number.parseFloat(style.fontSize);
      const before = sizes?.get(element);
      if (rules.doubled && before !== undefined && size < before * 2 - 0.5)
        faults.add(`not doubled: ${named(element)} ${before} to ${size}`);
      if (style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none') {
        if (element.scrollHeight > element.clientHeight + size * 0.25 || element.scrollWidth > element.clientWidth + 1)
          faults.add(`shortened: ${named(element)}`);
      }
      range.selectNodeContents(text);
      for (const { left, top, right, bottom } of range.getClientRects()) {
        // A font's box is higher than its signs: what is above and below them may lie over its neighbours.
        const spare = (bottom - top) * 0.22;
        const line = { left, top: top + spare, right, bottom: bottom - spare };
        const { part, cut } = seen(element, line, 2);
        if (cut) faults.add(`cut: ${named(element)}`);
        if (isThere(part)) lines.push({ element, part });
      }
    }
    for (const [index, { element, part }] of lines.entries())
      for (const other of lines.slice(index + 1)) {
        if (other.element === element) continue;
        const common = meet(part, other.part);
        if (common.right - common.left > 2 && common.bottom - common.top > 2)
          faults.add(`laid over: ${named(element)} and ${named(other.element)}`);
      }
    return [...faults];
  }, rules);
}
