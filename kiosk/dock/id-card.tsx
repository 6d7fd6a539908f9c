/** The front of an ID card as far as a drawing needs it: a name, a portrait, the lines of an address. */
export function IdCardFace({ label }: { label: string }) {
  return (
    <g class="dock-card">
      <rect class="dock-card-body" width="220" height="138" rx="12" />
      <text x="18" y="38">
        {shortName(label)}
      </text>
      <path class="dock-card-lines" d="M18 62h96M18 82h84M18 116h120" />
      <rect class="dock-card-photo" x="150" y="24" width="54" height="68" rx="6" />
      <path class="dock-card-face" d="M177 38a13 13 0 1 1 0 26 13 13 0 0 1 0-26zM154 92c2-16 12-24 23-24s21 8 23 24z" />
    </g>
  );
}

/** Without the remark that it is a sample, which the button says. */
function shortName(label: string): string {
  return label.replace(/（.*$/, '').slice(0, 6);
}
