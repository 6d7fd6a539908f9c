/**
 * For each unit of an index, where in the query it can stand: masks[row * width + length] has a bit for each place of
 * the query from which the unit takes `length` points. Places are bits, so that a text is looked through by shifting.
 */
export interface Patterns {
  /** Row of a unit; 0: it stands nowhere. */
  rowOf: Uint16Array;
  width: number;
  masks: Int32Array;
  /** Lengths that occur in a row, as bits. */
  lengths: Int32Array;
  /** Places of the query that the unit can take, all of them. */
  cover: Int32Array;
  /** The same without first letters alone, where `spelled` says so: they are in every text. */
  firmCover: Int32Array;
}

/** Collects places; `add` may be called with the same ones again. */
export interface PatternMaker {
  add(unit: number, length: number, place: number): void;
  /** What was collected, until the maker is begun anew. */
  done(): Patterns;
}

/** Makes patterns in memory that is kept from query to query. */
export interface PatternMemory {
  /**
   * @param width one more than the longest length
   * @param spelled places of the query where one point alone tells little
   */
  begin(width: number, spelled: number): PatternMaker;
}

export function patternMemory(units: number): PatternMemory {
  const rowOf = new Uint16Array(units);
  const cover = new Int32Array(units + 1);
  const firmCover = new Int32Array(units + 1);
  const lengths = new Int32Array(units + 1);
  let masks = new Int32Array(0);
  let rows = 1;
  return {
    begin(width, spelled) {
      rowOf.fill(0);
      cover.fill(0, 0, rows);
      firmCover.fill(0, 0, rows);
      lengths.fill(0, 0, rows);
      masks.fill(0);
      rows = 1;
      return {
        add(unit, length, place) {
          let row = rowOf[unit] ?? 0;
          if (row === 0) {
            row = rows++;
            rowOf[unit] = row;
            if (rows * width > masks.length) masks = grown(masks, rows * width);
          }
          masks[row * width + length] = (masks[row * width + length] ?? 0) | (1 << place);
          lengths[row] = (lengths[row] ?? 0) | (1 << length);
          const places = ((1 << length) - 1) << place;
          cover[row] = (cover[row] ?? 0) | places;
          if (length > 1 || (places & spelled) === 0) firmCover[row] = (firmCover[row] ?? 0) | places;
        },
        done: () => ({ rowOf, width, masks, lengths, cover, firmCover }),
      };
    },
  };
}

const fewest = 4096;

function grown(masks: Int32Array<ArrayBuffer>, needed: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.max(fewest, needed, masks.length * 2));
  larger.set(masks);
  return larger;
}

/** Where the query is after a unit, from each of the places in `from`. */
export function advance(patterns: Patterns, row: number, from: number): number {
  const base = row * patterns.width;
  let to = 0;
  for (let lengths = patterns.lengths[row] ?? 0; lengths !== 0; lengths &= lengths - 1) {
    const length = 31 - Math.clz32(lengths & -lengths);
    to |= (from & (patterns.masks[base + length] ?? 0)) << length;
  }
  return to;
}
