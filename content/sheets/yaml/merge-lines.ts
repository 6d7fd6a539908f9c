import { commonOrder } from '../align.ts';

/**
 * The author's own text with the changes from `before` to `after`, line by line. `before` is the same document as `own`
 * in the writer's format: between two lines that all three share, the author's lines stay unless something changed there.
 */
export function mergeLines(own: string, before: string, after: string): string {
  if (own === before) return after;
  const lines = { own: own.split('\n'), before: before.split('\n'), after: after.split('\n') };
  const ownOf = new Map(commonOrder(lines.before, lines.own).map(({ old, next }) => [old, next]));
  const shared = commonOrder(lines.before, lines.after).flatMap(({ old, next }) => {
    const at = ownOf.get(old);
    return at === undefined ? [] : [{ own: at, before: old, after: next }];
  });
  const merged: string[] = [];
  let from = { own: 0, before: 0, after: 0 };
  const end = { own: lines.own.length, before: lines.before.length, after: lines.after.length };
  for (const to of [...shared, end]) {
    const wanted = lines.after.slice(from.after, to.after);
    const changed = lines.before.slice(from.before, to.before).join('\n') !== wanted.join('\n');
    merged.push(...(changed ? wanted : lines.own.slice(from.own, to.own)), ...lines.own.slice(to.own, to.own + 1));
    from = { own: to.own + 1, before: to.before + 1, after: to.after + 1 };
  }
  return merged.join('\n');
}
