import './scroll-area.css';
import { ArrowDown, ArrowUp } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useWords } from '../locales/use-words.ts';
import { Icon } from './icon.tsx';

/** How much of the last page stays in view after a page button, so that the eye finds its place again. */
const pageShare = 0.85;

interface ScrollAreaProps {
  /** The parts inside share the room: one of them may give way before the whole scrolls. */
  fill?: boolean;
  /** A class of the parts inside, for a layout of their own. */
  name?: string;
  children: ComponentChildren;
}

/**
 * A part that may be longer than its room. It scrolls by the finger, and by two visible buttons, which are there only
 * when there is more to see: many people do not know that a screen can be dragged.
 */
export function ScrollArea({ fill = false, name = '', children }: ScrollAreaProps) {
  const { t } = useWords();
  const area = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const [more, setMore] = useState({ above: false, below: false });

  function measure(): void {
    const box = area.current;
    if (box === null) return;
    const above = box.scrollTop > 2;
    const below = box.scrollTop + box.clientHeight < box.scrollHeight - 2;
    setMore(before => (before.above === above && before.below === below ? before : { above, below }));
  }

  useEffect(() => {
    const box = area.current;
    const inner = content.current;
    if (box === null || inner === null) return;
    const watcher = new ResizeObserver(measure);
    watcher.observe(box);
    watcher.observe(inner);
    box.addEventListener('scroll', measure, { passive: true });
    return () => {
      watcher.disconnect();
      box.removeEventListener('scroll', measure);
    };
  }, []);

  // What is inside may have changed its length without changing the box.
  useEffect(measure);

  function turn(direction: 1 | -1): void {
    const box = area.current;
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    box?.scrollBy({ top: direction * box.clientHeight * pageShare, behavior: calm ? 'instant' : 'smooth' });
  }

  return (
    <div class={fill ? 'scroll-area scroll-area-fill' : 'scroll-area'}>
      <div class="scroll-area-box" ref={area} tabIndex={more.above || more.below ? 0 : -1}>
        <div class={`scroll-area-content ${name}`} ref={content}>
          {children}
        </div>
      </div>
      {(more.above || more.below) && (
        <div class="scroll-area-rail">
          <button type="button" aria-label={t.common.up} disabled={!more.above} onClick={() => turn(-1)}>
            <Icon of={ArrowUp} />
          </button>
          <button type="button" aria-label={t.common.down} disabled={!more.below} onClick={() => turn(1)}>
            <Icon of={ArrowDown} />
          </button>
        </div>
      )}
    </div>
  );
}
