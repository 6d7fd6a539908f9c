import type { Position } from '../../../../content/model/distance.ts';
import { reservoir, reservoirName, river, riverName } from './landmarks.ts';
import { sketchScale } from './map-scale.ts';
import { rowsOfLabels } from './rows-of-labels.ts';
import { apart, type Label, spreadLabels } from './spread-labels.ts';

export interface SketchPlace {
  code: string;
  /** As it stands on the map: 院桥, Yuanqiao. */
  name: string;
  position: Position;
}

/** In pixels. em: the size of the names. target: the least side of what is touched. */
export interface SketchSize {
  width: number;
  height: number;
  em: number;
  target: number;
}

interface Point {
  x: number;
  y: number;
}

type Water = Label & { name: string };

export interface Sketch {
  /** Where the touchable names stand, in the order of the places: centre and box. */
  labels: Label[];
  /** Numbers stand on the labels in place of names: 1 for the first place. */
  numbered: boolean;
  /** Names of waters, never touched. */
  waters: Water[];
  /** From where a place is to its name that had to make way. */
  leaders: { key: string; from: Point; to: Point }[];
  reservoir: string;
  river: string;
}

/** Beside the name in its box: the sign of its state and the padding. */
const signEm = 1.9;
const lineEm = 1.5;
const farEm = 3;
/** From the edge of the sketch to the outermost seat. */
const marginShare = 0.08;

/**
 * Lays out the drawn map: names at their places, moved apart until none covers another. Where there is no room for the
 * names, numbers stand for them, in the order given. Pure.
 */
export function sketchOf(
  places: readonly SketchPlace[],
  names: { reservoir: string; river: string },
  size: SketchSize,
): Sketch {
  const scale = sketchScale(places.map(({ position }) => position));
  const at = (position: Position): Point => {
    const { x, y } = scale(position);
    return {
      x: (marginShare + x * (1 - 2 * marginShare)) * size.width,
      y: (marginShare + y * (1 - 2 * marginShare)) * size.height,
    };
  };
  const { em, target } = size;
  const labelsOf = (nameOf: (place: SketchPlace, index: number) => string): Label[] =>
    places.map((place, index) => ({
      key: place.code,
      ...at(place.position),
      width: Math.max(target, (widthEm(nameOf(place, index)) + signEm) * em),
      height: Math.max(target, lineEm * em),
    }));
  const water = (key: string, name: string, position: Position): Water => ({
    ...{ key, name, ...at(position) },
    width: (widthEm(name) + 0.4) * em,
    height: 1.4 * em,
  });
  const waters = [water('reservoir', names.reservoir, reservoirName), water('river', names.river, riverName)];
  const full = labelsOf(({ name }) => name);
  const numbers = labelsOf((_, index) => String(index + 1));
  const arranged =
    arrange(full, waters, size) ??
    arrange(full, [], size) ??
    arrange(numbers, waters, size) ??
    arrange(numbers, [], size);
  const placed = arranged ?? numbers;
  const labels = placed.slice(0, places.length);
  return {
    labels,
    numbered: labels.some(({ width }, index) => width !== full[index]?.width),
    waters: placed.slice(places.length).flatMap(label => {
      const water = waters.find(({ key }) => key === label.key);
      // A name that had to go far from its water would name something else.
      const far = water === undefined || Math.hypot(label.x - water.x, label.y - water.y) > em * farEm;
      return far ? [] : [{ ...label, name: water.name }];
    }),
    leaders: labels.flatMap((label, index) => {
      const home = full[index];
      if (home === undefined || Math.hypot(label.x - home.x, label.y - home.y) < label.height / 2) return [];
      return [{ key: label.key, from: { x: home.x, y: home.y }, to: { x: label.x, y: label.y } }];
    }),
    reservoir: smooth(reservoir.map(at), true),
    river: smooth(river.map(at), false),
  };
}

/** Freely where there is room, in rows where it is full; null when something would be covered. */
function arrange(labels: readonly Label[], waters: readonly Label[], size: SketchSize): Label[] | null {
  const all = [...labels, ...waters];
  const gap = size.em * 0.2;
  const free = spreadLabels(all, size, gap);
  return apart(free) ? free : rowsOfLabels(all, size, gap);
}

/** Chinese characters are one em wide, letters hardly more than half of one. */
function widthEm(name: string): number {
  return [...name].reduce((sum, character) => sum + (/[\u2e80-\uffef]/.test(character) ? 1 : 0.6), 0);
}

/** A smooth line through the points (Catmull-Rom as cubic curves), as the `d` of a path. */
function smooth(points: readonly Point[], closed: boolean): string {
  const count = points.length;
  const point = (index: number): Point => {
    const wrapped = closed ? (index + count) % count : Math.min(Math.max(index, 0), count - 1);
    return points[wrapped] ?? { x: 0, y: 0 };
  };
  const words = (x: number, y: number): string => `${x.toFixed(1)} ${y.toFixed(1)}`;
  let path = `M${words(point(0).x, point(0).y)}`;
  for (let index = 0; index < (closed ? count : count - 1); index++) {
    const [before, from, to, after] = [point(index - 1), point(index), point(index + 1), point(index + 2)];
    path += `C${words(from.x + (to.x - before.x) / 6, from.y + (to.y - before.y) / 6)} ${words(
      to.x - (after.x - from.x) / 6,
      to.y - (after.y - from.y) / 6,
    )} ${words(to.x, to.y)}`;
  }
  return closed ? `${path}Z` : path;
}

/** As one says it in the district: 院桥 for 院桥镇, Yuanqiao for Yuanqiao Town. */
export function shortUnit(unit: string): string {
  return unit.replace(/(街道|镇|乡)$/, '').replace(/ (Subdistrict|Town|Township)$/, '');
}
