import './printer-drawing.css';
/** A printer and the sheet on its way out: still while it waits, moving while it prints. */
export function PrinterDrawing({ stage }: { stage: 'sending' | 'queued' | 'printing' | 'held' | 'done' }) {
  return (
    <svg class={`printer-drawing at-${stage}`} viewBox="0 0 640 520" aria-hidden="true">
      <defs>
        <clipPath id="printer-mouth">
          <rect x="0" y="250" width="640" height="270" />
        </clipPath>
      </defs>
      <rect class="draw-body" x="150" y="20" width="340" height="120" rx="18" />
      <rect class="draw-body" x="60" y="110" width="520" height="190" rx="34" />
      <circle class="draw-lamp" cx="520" cy="165" r="15" />
      <rect class="draw-slot" x="130" y="240" width="380" height="20" rx="10" />
      <g clip-path="url(#printer-mouth)">
        <g class="draw-sheet">
          <rect x="160" y="250" width="320" height="230" rx="8" />
          <path d="M200 300h150M200 340h240M200 380h240M200 420h120" />
          <circle class="draw-seal" cx="410" cy="425" r="32" />
        </g>
      </g>
    </svg>
  );
}
