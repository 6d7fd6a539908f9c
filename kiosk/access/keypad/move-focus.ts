import { type Box, boxTowards, type Direction } from './spatial.ts';

const controls = 'button:not(:disabled), a[href], input:not(:disabled), select:not(:disabled), textarea:not(:disabled)';
/** How much of a scroll area one arrow moves where there is no control to go to. */
const scrollShare = 0.6;

/** Moves the focus to the control that lies that way, or the scroll area to what lies that way in it. */
export function moveFocus(stage: ParentNode, direction: Direction): void {
  const all = [...stage.querySelectorAll<HTMLElement>(controls)].filter(isDrawn);
  const present = document.activeElement;
  const begun = present instanceof HTMLElement && all.includes(present);
  const next = begun ? nextControl(direction, present, all) : firstOf(all);
  if (next === 'scrolled' || next === undefined) return;
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

/** Where the arrows begin: at what the screen is for, else at its first control. */
function firstOf(all: HTMLElement[]): HTMLElement | undefined {
  const onScreen = all.filter(control => control.closest('main, dialog') !== null);
  return onScreen.find(control => control.closest('nav') === null) ?? onScreen[0] ?? all[0];
}

/** First what lies in the same scroll area, seen or not; then the rest of that area; then what lies around it. */
function nextControl(
  direction: Direction,
  present: HTMLElement,
  all: HTMLElement[],
): HTMLElement | 'scrolled' | undefined {
  let inner: HTMLElement | null = null;
  for (let area = scrollerOf(present); area !== null; area = scrollerOf(area)) {
    const around = boxOf(area);
    const from = enteringFrom(direction, boxOf(present), around);
    const next = towards(direction, from, all, control => {
      const isCandidate = control !== present && area.contains(control) && inner?.contains(control) !== true;
      return isCandidate ? seenBox(control, area) : null;
    });
    if (next !== null && isNear(direction, from, boxOf(next), area)) return next;
    if (scroll(area, direction)) return 'scrolled';
    if (next !== null) return next;
    inner = area;
  }
  const outside = (control: HTMLElement): boolean => control !== present && inner?.contains(control) !== true;
  const next = towards(direction, boxOf(present), all, control => (outside(control) ? seenBox(control, null) : null));
  return next ?? inReadingOrder(direction, present, all);
}

/** `box` is null for what does not count. */
function towards(
  direction: Direction,
  from: Box,
  all: HTMLElement[],
  box: (control: HTMLElement) => Box | null,
): HTMLElement | null {
  const found: HTMLElement[] = [];
  const boxes: Box[] = [];
  for (const control of all) {
    const its = box(control);
    if (its === null) continue;
    found.push(control);
    boxes.push(its);
  }
  const index = boxTowards(direction, from, boxes);
  return index === null ? null : (found[index] ?? null);
}

/** At the end of a row: the next or the one before in reading order, so that nothing is out of the arrows' reach. */
function inReadingOrder(direction: Direction, present: HTMLElement, all: HTMLElement[]): HTMLElement | undefined {
  const step = direction === 'right' || direction === 'down' ? 1 : -1;
  return all[(all.indexOf(present) + step + all.length) % all.length];
}

/** What was scrolled out of view is left from the edge it went over: what is seen now comes next. */
function enteringFrom(direction: Direction, box: Box, area: Box): Box {
  if (isInside(box, area)) return box;
  if (direction === 'down') return { ...box, top: area.top - 1, bottom: area.top };
  if (direction === 'up') return { ...box, top: area.bottom, bottom: area.bottom + 1 };
  return box;
}

/** Within a screenful: what lies between is read before the focus jumps over it. */
function isNear(direction: Direction, from: Box, to: Box, area: HTMLElement): boolean {
  if (direction === 'left' || direction === 'right') return true;
  const distance = direction === 'down' ? to.top - from.bottom : from.top - to.bottom;
  return distance < area.clientHeight * scrollShare;
}

function scroll(area: HTMLElement, direction: Direction): boolean {
  if (direction === 'left' || direction === 'right') return false;
  const before = area.scrollTop;
  area.scrollTop += (direction === 'down' ? 1 : -1) * area.clientHeight * scrollShare;
  return Math.abs(area.scrollTop - before) > 1;
}

function scrollerOf(element: HTMLElement): HTMLElement | null {
  return element.parentElement?.closest<HTMLElement>('.scroll-area-box') ?? null;
}

function isDrawn(control: HTMLElement): boolean {
  return control.checkVisibility({ visibilityProperty: true }) && control.getClientRects().length > 0;
}

function boxOf(element: HTMLElement): Box {
  const { left, top, right, bottom } = element.getBoundingClientRect();
  return { left, top, right, bottom };
}

function isInside(box: Box, area: Box): boolean {
  return box.bottom > area.top && box.top < area.bottom;
}

/** The part of a control that the scroll areas within `area` let be seen (null: all of them); null: none of it. */
function seenBox(control: HTMLElement, area: HTMLElement | null): Box | null {
  let box = boxOf(control);
  for (let inner = scrollerOf(control); inner !== area && inner !== null; inner = scrollerOf(inner)) {
    const around = boxOf(inner);
    if (!isInside(box, around)) return null;
    box = { ...box, top: Math.max(box.top, around.top), bottom: Math.min(box.bottom, around.bottom) };
  }
  return box;
}
