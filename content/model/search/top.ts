const mostKeys = 2048;

/**
 * Places of the largest keys, the largest first, equals in their order; at most `most`. Keys are 0 (left out) up to
 * 2,047: they are counted, not compared.
 */
export function topPlaces(keys: Uint16Array, most: number): number[] {
  const counts = new Uint32Array(mostKeys);
  for (let at = 0; at < keys.length; at++) counts[keys[at] ?? 0] = (counts[keys[at] ?? 0] ?? 0) + 1;
  let least = mostKeys;
  let room = most;
  while (least > 1 && room > 0) {
    least--;
    room -= counts[least] ?? 0;
  }
  const chosen: number[] = [];
  for (let at = 0; at < keys.length; at++) if ((keys[at] ?? 0) >= least) chosen.push(at);
  return chosen.sort((a, b) => (keys[b] ?? 0) - (keys[a] ?? 0) || a - b).slice(0, most);
}
