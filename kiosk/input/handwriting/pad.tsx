import './pad.css';
import { useRef } from 'preact/hooks';
import type { Stroke } from './stroke.ts';

interface PadProps {
  strokes: readonly Stroke[];
  name: string;
  hint: string;
  onStroke(stroke: Stroke): void;
}

/** A contact broader than this share of the pad's height is a palm. */
const palmShare = 0.4;

/** Where a character is written with finger, pen or mouse. One pointer writes; what else touches it is a palm or a second hand. */
export function Pad({ strokes, name, hint, onStroke }: PadProps) {
  const pad = useRef<HTMLDivElement>(null);
  const ink = useRef<SVGPolylineElement>(null);
  const drawing = useRef<{ pointerId: number; isPen: boolean; points: number[] } | null>(null);

  function add(event: PointerEvent): void {
    const box = pad.current?.getBoundingClientRect();
    if (box === undefined || drawing.current === null) return;
    for (const { clientX, clientY } of [...event.getCoalescedEvents(), event])
      drawing.current.points.push(clientX - box.left, clientY - box.top);
    ink.current?.setAttribute('points', drawing.current.points.join(' '));
  }
  function stop(): void {
    drawing.current = null;
    ink.current?.setAttribute('points', '');
  }
  function onPointerDown(event: PointerEvent): void {
    const isPen = event.pointerType === 'pen';
    // A pen takes over from the hand that came down before it.
    if (drawing.current !== null && (!isPen || drawing.current.isPen)) return;
    if (event.button !== 0 || Math.max(event.width, event.height) > (pad.current?.clientHeight ?? 0) * palmShare)
      return;
    pad.current?.setPointerCapture(event.pointerId);
    drawing.current = { pointerId: event.pointerId, isPen, points: [] };
    add(event);
    // A touch that does not move is a dot: it needs two points to be seen.
    add(event);
  }
  function onPointerMove(event: PointerEvent): void {
    if (event.pointerId === drawing.current?.pointerId) add(event);
  }
  function onPointerUp(event: PointerEvent): void {
    if (event.pointerId !== drawing.current?.pointerId) return;
    const { points } = drawing.current;
    stop();
    onStroke(points);
  }
  return (
    <div
      class="pad"
      ref={pad}
      role="img"
      aria-label={name}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={event => event.pointerId === drawing.current?.pointerId && stop()}
    >
      <svg aria-hidden="true">
        <line class="pad-guide" x1="50%" y1="0" x2="50%" y2="100%" />
        <line class="pad-guide" x1="0" y1="50%" x2="100%" y2="50%" />
        {strokes.map((stroke, index) => (
          <polyline key={index} class="pad-ink" points={Array.from(stroke).join(' ')} />
        ))}
        <polyline class="pad-ink" ref={ink} />
      </svg>
      {strokes.length === 0 && <p class="pad-hint">{hint}</p>}
    </div>
  );
}
