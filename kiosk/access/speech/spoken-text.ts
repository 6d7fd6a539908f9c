/** One piece of what a screen shows, as it is read aloud. */
export interface Block {
  element: Element;
  text: string;
  kind: 'heading' | 'text' | 'control';
  /** Somebody's name or number: not for the loudspeaker. */
  personal: boolean;
}

/** What a control's state is called. */
export interface StateWords {
  chosen: string;
  on: string;
  off: string;
  unavailable: string;
}

const controls =
  'button, a[href], input, summary, label:has(input), [role="button"], [role="radio"], [role="tab"], [role="option"], [role="checkbox"]';
const headings = 'h1, h2, h3, h4, [role="heading"]';
/** Read in one go, with whatever stands in them, unless something in them can be touched. */
const wholes = `${headings}, p, li, dt, dd, figcaption, caption, td, th, legend, [role="alert"], [role="status"]`;
const never = 'script, style, template, [aria-hidden="true"], [hidden], [inert], .scroll-area-rail, .speech-host';

/**
 * What `root` shows, in the order in which it stands there. Whatever is on the screen is read, by construction; left out
 * is only what is hidden from a screen reader, too.
 */
export function blocksIn(root: Element, words: StateWords): Block[] {
  const blocks: Block[] = [];
  let loose: { element: Element; pieces: string[] } | null = null;
  const flush = (): void => {
    if (loose !== null) push(loose.element, joined(loose.pieces), 'text');
    loose = null;
  };
  const push = (element: Element, text: string, kind: Block['kind']): void => {
    if (text !== '') blocks.push({ element, text, kind, personal: element.closest('[data-personal]') !== null });
  };
  const walk = (element: Element): void => {
    for (const node of element.childNodes) {
      if (node instanceof Text) {
        loose ??= { element, pieces: [] };
        loose.pieces.push(node.data);
      } else if (node instanceof Element && isShown(node)) enter(node);
    }
  };
  const enter = (element: Element): void => {
    const drawn = drawingName(element);
    if (drawn !== null || element instanceof SVGElement) {
      if (drawn) {
        flush();
        push(element, drawn, 'text');
      }
      return;
    }
    const { display } = getComputedStyle(element);
    const isInline = display.startsWith('inline') || display === 'contents';
    const isControl = element.matches(controls);
    if (isInline && !isControl && !element.matches('[data-personal]')) {
      walk(element);
      return;
    }
    flush();
    if (isControl) push(element, controlText(element, words), 'control');
    else if (isWhole(element)) push(element, plainText(element), element.matches(headings) ? 'heading' : 'text');
    else walk(element);
    flush();
  };
  if (root.matches(controls)) push(root, controlText(root, words), 'control');
  else if (isShown(root)) walk(root);
  flush();
  return blocks;
}

/** Name of a control and, in words, its state. */
export function controlText(element: Element, words: StateWords): string {
  const name = element.getAttribute('aria-label') ?? plainText(element);
  const input = element.matches('input') ? element : element.querySelector('input');
  const isSet = (attribute: string): boolean => element.getAttribute(attribute) === 'true';
  const isChosen =
    isSet('aria-checked') || isSet('aria-selected') || (input as HTMLInputElement | null)?.checked === true;
  const pressed = element.getAttribute('aria-pressed');
  const state = [
    ...(isChosen ? [words.chosen] : []),
    ...(pressed === null ? [] : [pressed === 'true' ? words.on : words.off]),
    ...(element.matches(':disabled, [aria-disabled="true"]') ? [words.unavailable] : []),
  ];
  return joined([name, ...state].flatMap(part => [part, '\n']));
}

function isWhole(element: Element): boolean {
  return element.matches(wholes) && element.querySelector(`${controls}, [data-personal]`) === null;
}

function isShown(element: Element): boolean {
  if (element.matches(never)) return false;
  // An element without a box of its own is seen by what is in it.
  return element.checkVisibility({ visibilityProperty: true }) || getComputedStyle(element).display === 'contents';
}

/** What a drawing shows, in words; null for what is no drawing, nothing for one that only decorates. */
function drawingName(element: Element): string | null {
  if (element instanceof HTMLImageElement) return element.alt;
  if (element.getAttribute('role') === 'img') return element.getAttribute('aria-label') ?? '';
  return null;
}

/** All words in an element; a comma's rest between parts that stand apart on the screen. */
function plainText(element: Element): string {
  const pieces: string[] = [];
  const walk = (inside: Element): void => {
    for (const node of inside.childNodes) {
      if (node instanceof Text) pieces.push(node.data);
      else if (node instanceof Element && isShown(node)) {
        const drawn = drawingName(node) ?? node.getAttribute('aria-label');
        const isApart = !/^inline|^contents/.test(getComputedStyle(node).display);
        if (isApart) pieces.push('\n');
        if (drawn !== null) pieces.push(drawn);
        else if (!(node instanceof SVGElement)) walk(node);
        if (isApart) pieces.push('\n');
      }
    }
  };
  walk(element);
  return joined(pieces);
}

function joined(pieces: readonly string[]): string {
  return pieces
    .join('')
    .split('\n')
    .map(part => part.replace(/\s+/g, ' ').trim())
    .filter(part => part !== '')
    .reduce(
      (text, part) => (text === '' ? part : `${text}${/[，。；：！？、,.;:!?]$/.test(text) ? '' : '，'}${part}`),
      '',
    );
}
