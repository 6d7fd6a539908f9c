import './fitting-list.css';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** A short list that shows as many whole rows as its room allows and never half a row. */
export function FittingList({ children }: { children: ComponentChildren }) {
  const list = useRef<HTMLUListElement>(null);

  function fit(): void {
    const box = list.current;
    if (box === null) return;
    const rows = Array.from(box.children).filter(row => row instanceof HTMLElement);
    box.style.gridAutoRows = '';
    for (const row of rows) row.style.display = '';
    const end = box.getBoundingClientRect().bottom + 1;
    const tooMany = rows.filter(row => row.getBoundingClientRect().bottom > end);
    const whole = rows.length - tooMany.length;
    if (whole === 0 || tooMany.length === 0) return;
    // What is left of the room is shared out, so that the last row ends where the card does.
    box.style.gridAutoRows = `${box.clientHeight / whole}px`;
    for (const row of tooMany) row.style.display = 'none';
  }

  useEffect(() => {
    if (list.current === null) return;
    const watcher = new ResizeObserver(fit);
    watcher.observe(list.current);
    return () => watcher.disconnect();
  });

  return (
    <ul class="fitting-list" ref={list}>
      {children}
    </ul>
  );
}
