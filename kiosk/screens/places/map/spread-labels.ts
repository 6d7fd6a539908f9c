/** A box around a centre; any unit, the same for all. */
export interface Label {
  key: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

interface Room {
  width: number;
  height: number;
}

const rounds = 600;
/** So long the labels are also drawn back to where they belong; then they only make way for each other. */
const roundsHome = 240;
const homeForce = 0.04;

/**
 * Moves labels apart until none overlaps another, each as little as it can, all within the room; in the order given.
 * The same labels always come out the same. A room that is too small for all of them leaves overlaps.
 */
export function spreadLabels(labels: readonly Label[], room: Room, gap: number): Label[] {
  const placed = labels.map(label => within({ ...label }, room));
  for (let round = 0; round < rounds; round++) {
    if (round < roundsHome) {
      for (const [index, label] of placed.entries()) {
        const home = labels[index] ?? label;
        label.x += (home.x - label.x) * homeForce;
        label.y += (home.y - label.y) * homeForce;
        within(label, room);
      }
    }
    const moved = separate(placed, room, gap);
    if (!moved && round >= roundsHome) break;
  }
  return placed;
}

/** True when no label covers another. */
export function apart(labels: readonly Label[]): boolean {
  return !labels.some((a, index) => labels.slice(index + 1).some(b => overlap(a, b, 0)));
}

/** True when boxes with this gap around them overlap. */
export function overlap(a: Label, b: Label, gap: number): boolean {
  const { across, down } = penetration(a, b, gap);
  return across > 0 && down > 0;
}

function separate(placed: Label[], room: Room, gap: number): boolean {
  let moved = false;
  for (const [index, a] of placed.entries()) {
    for (const b of placed.slice(index + 1)) {
      const { across, down } = penetration(a, b, gap);
      if (across <= 0 || down <= 0) continue;
      moved = true;
      // Apart by the shorter way: beside each other or one above the other.
      if (across < down) {
        const step = ((a.x <= b.x ? -1 : 1) * across) / 2;
        a.x += step;
        b.x -= step;
      } else {
        const step = ((a.y <= b.y ? -1 : 1) * down) / 2;
        a.y += step;
        b.y -= step;
      }
      within(a, room);
      within(b, room);
    }
  }
  return moved;
}

function penetration(a: Label, b: Label, gap: number): { across: number; down: number } {
  // A hair less, so that boxes that just touch count as apart.
  const slack = 0.01;
  return {
    across: (a.width + b.width) / 2 + gap - Math.abs(a.x - b.x) - slack,
    down: (a.height + b.height) / 2 + gap - Math.abs(a.y - b.y) - slack,
  };
}

function within(label: Label, { width, height }: Room): Label {
  label.x = Math.min(Math.max(label.x, label.width / 2), width - label.width / 2);
  label.y = Math.min(Math.max(label.y, label.height / 2), height - label.height / 2);
  return label;
}
