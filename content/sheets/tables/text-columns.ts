import { text } from '../kinds/plain-kinds.ts';
import type { Column } from '../sheet.ts';

/** Words in two columns: Chinese, and English that may be missing. */
export function words(path: string, header: string, about: string, width = 28): Column[] {
  const at = (key: string): string => (path === '' ? key : `${path}.${key}`);
  return [
    { path: at('zh'), header, kind: text, about, width },
    { path: at('en'), header: `${header}（英文）`, kind: text, about: `“${header}”的英文，没有就留空。`, width },
  ];
}
