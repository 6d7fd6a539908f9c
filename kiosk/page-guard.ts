/** Keys that a browser keeps for itself. F1 (help) and F2 (readiness) are this kiosk's own. */
const browserKeys = new Set([
  'F3',
  'F5',
  'F6',
  'F7',
  'F10',
  'F11',
  'F12',
  'BrowserBack',
  'BrowserForward',
  'BrowserRefresh',
  'BrowserHome',
  'BrowserSearch',
  'PrintScreen',
  'ContextMenu',
]);

/** A long press, a pinch, a drag or a browser shortcut must not lead anybody out of the kiosk. */
export function guardPage(): void {
  for (const type of ['contextmenu', 'dragstart', 'dragover', 'drop', 'selectstart', 'copy', 'cut', 'paste']) {
    document.addEventListener(type, event => event.preventDefault());
  }
  document.addEventListener(
    'touchmove',
    event => {
      if (event.touches.length > 1) event.preventDefault();
    },
    { passive: false },
  );
  document.addEventListener(
    'wheel',
    event => {
      if (event.ctrlKey) event.preventDefault();
    },
    { passive: false },
  );
  document.addEventListener('keydown', event => {
    // Print, save, find, zoom, reload, developer tools and the like; plain typing, arrow keys and the help key stay.
    if (event.ctrlKey || event.metaKey || event.altKey || browserKeys.has(event.key)) event.preventDefault();
  });
}
