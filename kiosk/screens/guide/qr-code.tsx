import qrcode from 'qrcode';

/** Blank modules around the code that a reader needs (ISO/IEC 18004). */
const quietZone = 4;
const keptDrawings = 8;

interface Drawing {
  size: number;
  path: string;
}

/** The last few: a guide is drawn anew with each answer and each minute, its code is not. Addresses of guides, nobody’s data. */
const kept = new Map<string, Drawing>();

/** Drawn at once with the screen around it. Black on white in every colour scheme: that is what phones read. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { size, path } = drawingOf(text);
  const side = size + 2 * quietZone;
  return (
    <svg class="qr-code" viewBox={`0 0 ${side} ${side}`} shape-rendering="crispEdges" role="img" aria-label={label}>
      <rect width={side} height={side} fill="#ffffff" />
      <path d={path} fill="#000000" />
    </svg>
  );
}

function drawingOf(text: string): Drawing {
  const drawn = kept.get(text) ?? draw(text);
  kept.delete(text);
  kept.set(text, drawn);
  const oldest = kept.keys().next();
  if (kept.size > keptDrawings && oldest.done !== true) kept.delete(oldest.value);
  return drawn;
}

/** One stroke for each run of dark modules of a row. */
function draw(text: string): Drawing {
  const { size, data } = qrcode.create(text, { errorCorrectionLevel: 'M' }).modules;
  let path = '';
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      let run = 0;
      while (column + run < size && data[row * size + column + run] === 1) run++;
      if (run > 0) path += `M${column + quietZone} ${row + quietZone}h${run}v1h-${run}z`;
      column += run;
    }
  }
  return { size, path };
}
