/** Plain data as it stands in a source: what YAML gives and a schema takes. */
export type Values = { [key: string]: unknown };

export function isValues(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Words in a source: one string, or zh and en. */
export function isWords(value: unknown): boolean {
  return typeof value === 'string' || (isValues(value) && Object.hasOwn(value, 'zh'));
}

/** Where the model takes plain words for an object: a step is its text, a result its name. */
export const standsForWords = ['text', 'name'];

/** The value at a dotted path, whichever of the model's short forms it is written in. */
export function valueAt(value: unknown, path: string): unknown {
  let at = value;
  for (const key of path.split('.')) {
    if (isWords(at) && standsForWords.includes(key)) continue;
    if (typeof at === 'string' && key === 'zh') continue;
    if (!isValues(at)) return undefined;
    at = Object.hasOwn(at, key) ? at[key] : undefined;
  }
  return at;
}

export function setAt(value: Values, path: string, item: unknown): void {
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  let at = value;
  for (const key of keys) {
    const inner = at[key];
    if (isValues(inner)) at = inner;
    else {
      const made: Values = {};
      at[key] = made;
      at = made;
    }
  }
  at[last] = item;
}

export function listAt(value: unknown, path: string): unknown[] {
  const list = valueAt(value, path);
  return Array.isArray(list) ? list : [];
}

/**
 * Text as a cell keeps it: line breaks as \n, no characters XML cannot carry, nothing around it. Both sides of a
 * comparison pass through here, so that white space alone is never a change.
 */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\p{Cc}\u{FFFE}\u{FFFF}\p{Cs}]/gu, found => (found === '\n' || found === '\t' ? found : ''))
    .trim();
}
