/** A long press, a pinch, a drag or a browser shortcut must not lead anybody out of the kiosk. */
export function guardPage(): void {
  for (const type of ['contextmenu', 'dragstart', 'selectstart']) {
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
    // Print, save, find, zoom, reload and the like; plain typing and the arrow keys stay.
    if (event.ctrlKey || event.metaKey || event.altKey) event.preventDefault();
  });
}
