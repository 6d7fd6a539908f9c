import type { Label } from './spread-labels.ts';

/**
 * For a full room: puts the labels into rows, from north to south, and in each row from west to east, as near to where
 * they belong as the others let them. Null when the room has not enough rows for all of them.
 */
export function rowsOfLabels(
  labels: readonly Label[],
  room: { width: number; height: number },
  gap: number,
): Label[] | null {
  const height = Math.max(...labels.map(label => label.height));
  const count = Math.floor((room.height + gap) / (height + gap));
  const rows: Label[][] = Array.from({ length: count }, () => []);
  const pitch = (room.height - height) / Math.max(count - 1, 1);
  // The widest are the hardest to find room for.
  for (const label of labels.toSorted((a, b) => b.width - a.width)) {
    const wanted = (label.y - height / 2) / pitch;
    const row = rows
      .map((row, index) => ({ row, away: Math.abs(index - wanted) }))
      .filter(({ row }) => widthOf([...row, label], gap) <= room.width)
      .sort((a, b) => a.away - b.away)[0]?.row;
    if (row === undefined) return null;
    row.push(label);
  }
  const placed = rows.flatMap((row, index) => inRow(row, room.width, gap, height / 2 + index * pitch));
  return labels.flatMap(({ key }) => placed.find(label => label.key === key) ?? []);
}

function widthOf(row: readonly Label[], gap: number): number {
  return row.reduce((sum, { width }) => sum + width + gap, -gap);
}

/** From the left each as far left as its home allows and its neighbour leaves; what sticks out at the right is pushed back. */
function inRow(row: readonly Label[], roomWidth: number, gap: number, y: number): Label[] {
  const placed = row.toSorted((a, b) => a.x - b.x).map(label => ({ ...label, y }));
  let edge = 0;
  for (const label of placed) {
    label.x = Math.max(label.x, edge + label.width / 2);
    edge = label.x + label.width / 2 + gap;
  }
  edge = roomWidth;
  for (const label of placed.toReversed()) {
    label.x = Math.min(label.x, edge - label.width / 2);
    edge = label.x - label.width / 2 - gap;
  }
  return placed;
}
