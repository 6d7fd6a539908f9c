import './reader-drawing.css';
/** The machine's front with the screen above and the reader below, and a card that comes down to lie on it. */
export function ReaderDrawing({ label, reading }: { label: string; reading: boolean }) {
  return (
    <svg class={reading ? 'reader-drawing is-reading' : 'reader-drawing'} viewBox="0 0 840 640" aria-hidden="true">
      <rect class="draw-body" x="150" y="10" width="540" height="250" rx="28" />
      <rect class="draw-screen" x="182" y="42" width="476" height="186" rx="14" />
      <path class="draw-screen-line" d="M222 92h240M222 134h320M222 176h180" />
      <path
        class="draw-body"
        d="M110 300h620a26 26 0 0 1 25 19l70 256a40 40 0 0 1-39 51H54a40 40 0 0 1-39-51l70-256a26 26 0 0 1 25-19z"
      />
      <rect class="draw-pad" x="220" y="350" width="400" height="220" rx="26" />
      <g class="draw-waves">
        <path d="M250 596q170 44 340 0" />
        <path d="M290 622q130 34 260 0" />
      </g>
      <text class="draw-label" x="420" y="338" text-anchor="middle">
        {label}
      </text>
      <g class="draw-card">
        <rect x="260" y="372" width="320" height="176" rx="18" />
        <path d="M296 416h120M296 456h92M296 510h170" />
        <rect class="draw-photo" x="466" y="400" width="84" height="100" rx="10" />
        <circle class="draw-face" cx="508" cy="436" r="18" />
        <path class="draw-face" d="M480 492a28 26 0 0 1 56 0z" />
      </g>
    </svg>
  );
}
