import { useEffect, useState } from 'preact/hooks';

/** Blank modules around the code that a reader needs (ISO/IEC 18004). */
const quietZone = 4;

interface Drawing {
  text: string;
  size: number;
  path: string;
}

/** Black on white in every colour scheme: that is what phones read. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const [drawing, setDrawing] = useState<Drawing | null>(null);
  useEffect(() => {
    let wanted = true;
    void draw(text).then(drawn => {
      if (wanted) setDrawing(drawn);
    });
    return () => {
      wanted = false;
    };
  }, [text]);
  // An old situation's code must not be scanned for the new one.
  const current = drawing?.text === text ? drawing : null;
  const side = (current?.size ?? 0) + 2 * quietZone;
  return (
    <svg class="qr-code" viewBox={`0 0 ${side} ${side}`} shape-rendering="crispEdges" role="img" aria-label={label}>
      <rect width={side} height={side} fill="#ffffff" />
      {current && <path d={current.path} fill="#000000" />}
    </svg>
  );
}

async function draw(text: string): Promise<Drawing> {
  const { default: qrcode } = await import('qrcode');
  const { size, data } = qrcode.create(text, { errorCorrectionLevel: 'M' }).modules;
  let path = '';
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      if (data[row * size + column] === 1) path += `M${column + quietZone} ${row + quietZone}h1v1h-1z`;
    }
  }
  return { text, size, path };
}
