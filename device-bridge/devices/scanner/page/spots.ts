/** A connected piece of a mask: its area in pixels and the box around it, right and bottom inclusive. */
export interface Spot {
  area: number;
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** The 8-connected pieces of a mask; `label` numbers each pixel's piece from 1, 0 is none. */
export function spotsOf(mask: Uint8Array, widthPx: number, heightPx: number): { spots: Spot[]; label: Int32Array } {
  const label = new Int32Array(mask.length);
  const stack = new Int32Array(mask.length);
  const spots: Spot[] = [];
  for (let seed = 0; seed < mask.length; seed++) {
    if (mask[seed] !== 1 || label[seed] !== 0) continue;
    const spot: Spot = { area: 0, left: widthPx, top: heightPx, right: 0, bottom: 0 };
    const number = spots.push(spot);
    let depth = 0;
    stack[depth++] = seed;
    label[seed] = number;
    while (depth > 0) {
      const i = stack[--depth] ?? 0;
      const y = Math.floor(i / widthPx);
      const x = i - y * widthPx;
      spot.area++;
      if (x < spot.left) spot.left = x;
      if (x > spot.right) spot.right = x;
      if (y < spot.top) spot.top = y;
      if (y > spot.bottom) spot.bottom = y;
      const from = x > 0 ? -1 : 0;
      const to = x < widthPx - 1 ? 1 : 0;
      const down = y < heightPx - 1 ? widthPx : 0;
      for (let row = y > 0 ? i - widthPx : i; row <= i + down; row += widthPx)
        for (let j = row + from; j <= row + to; j++) {
          if (mask[j] !== 1 || label[j] !== 0) continue;
          label[j] = number;
          stack[depth++] = j;
        }
    }
  }
  return { spots, label };
}
